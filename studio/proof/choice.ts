import type { Input, RequestResult } from '../model/wait';
import type { CallWorld } from './call-world';

/** One thing that can happen at a wait: the input it brings, and what it makes of the world. */
export interface Choice {
  /** For people: `keys in the right code`, `check-verify: approved`. */
  readonly label: string;
  readonly input: Input;
  readonly world: CallWorld;
  /** How a call script makes it happen. */
  readonly script: ScriptPart;
}

/**
 * - `nothing`: it happens by itself.
 * - `step`: the caller does it.
 * - `real`: a function answers so by itself, in this place of a call.
 * - `answer`: a function or server has to be made to answer so.
 */
export type ScriptPart =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'step';
      readonly step: { readonly presses: string } | { readonly silent: true } | { readonly hangsUp: true };
    }
  | { readonly kind: 'real' }
  | { readonly kind: 'answer'; readonly result: RequestResult };
