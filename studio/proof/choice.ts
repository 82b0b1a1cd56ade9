import type { Input, RequestResult } from '../model/wait';
import type { CallWorld } from './call-world';
import type { KeysShape } from '../model/unknown';

/** One thing that can happen at a wait: the input it brings, and what it makes of the world. */
export interface Choice {
  /** For people: `presses some keys`, `check-verify: approved`. */
  readonly label: string;
  readonly input: Input;
  readonly world: CallWorld;
  /** What is not known of it: a witness has to find that out. */
  readonly open: OpenPart;
  /** How a call script makes it happen. */
  readonly script: ScriptPart;
  /** True when it may have cost a text message. */
  readonly mayHaveTexted?: true;
}

/**
 * - `nothing`: all of it is known.
 * - `keys`, `speech`: what the caller presses or says.
 * - `verify`: what our function says besides its status.
 * - `answer`: all that a server or somebody else's function answers.
 * - `event`: the variables that come with an event.
 */
export type OpenPart =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'keys'; readonly shape: KeysShape }
  | { readonly kind: 'speech' }
  | { readonly kind: 'verify'; readonly name: 'start-verify' | 'check-verify'; readonly status: string }
  | { readonly kind: 'answer'; readonly widget: string; readonly isSuccess: boolean }
  | { readonly kind: 'event'; readonly widget: string };

/**
 * - `nothing`: it happens by itself.
 * - `step`: the caller does it.
 * - `real`: a function answers so by itself, in this place of a call.
 * - `answer`: a function or server has to be made to answer so.
 * - `impossible`: no call script can make it happen; why is the end of a sentence that begins with "because".
 */
export type ScriptPart =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'step';
      readonly step: { readonly presses: string } | { readonly silent: true } | { readonly hangsUp: true };
    }
  | { readonly kind: 'real' }
  | { readonly kind: 'answer'; readonly result: RequestResult }
  | { readonly kind: 'impossible'; readonly reason: string };

/** Of a choice that leaves nothing open. */
export const CLOSED: OpenPart = { kind: 'nothing' };
