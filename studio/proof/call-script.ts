import type { RequestResult } from '../model/wait';
import type { Choice } from './choice';

/** A call script (DESIGN's format) with the answers that functions give in it; `npm run call -- --script` plays it. */
export interface ProofScript {
  readonly from: string;
  readonly steps: readonly object[];
  /** What requests are answered with, in order; null: as the function does by itself. Left out when all do. */
  readonly answers?: readonly (RequestResult | null)[];
}

/** Writes a path down as a call that anybody can make again. */
export function scriptOf(caller: string, path: readonly Choice[]): ProofScript {
  const steps = path.flatMap(({ script }) => (script.kind === 'step' ? [script.step] : []));
  const answers = path.flatMap(({ script }) => {
    if (script.kind === 'real') return [null];
    return script.kind === 'answer' ? [script.result] : [];
  });
  const areMade = answers.some((answer) => answer !== null);
  return { from: caller === '' ? 'anonymous' : caller, steps, ...(areMade && { answers }) };
}
