import type { Wait } from '../model/wait';
import { CODES, type CallWorld } from './call-world';
import type { Choice } from './choice';

type KeysWait = Extract<Wait, { readonly kind: 'keys' }>;

/** A kind of input: what a person would call it, the digits, and how a call script writes them. */
interface Keyed {
  readonly label: string;
  readonly digits: string;
  readonly presses: string;
}

const CODE_INPUTS: readonly Keyed[] = [
  { label: 'keys in the right code', digits: CODES.right, presses: '{code}' },
  { label: 'keys in a wrong code', digits: CODES.wrong, presses: '{wrongCode}' },
  // A code that is over is played as a wrong one: a single call has no earlier verification.
  { label: 'keys in an old code', digits: CODES.old, presses: '{wrongCode}' },
  { label: 'keys in too few digits', digits: CODES.short, presses: CODES.short },
];

/**
 * Everything that can happen while a gather waits: each kind of code, each single key, whatever else the flow compares with,
 * silence, and a hang-up. Digits that no flow tells apart are one kind.
 */
export function keyChoices(wait: KeysWait, world: CallWorld, literals: readonly string[]): Choice[] {
  const after: CallWorld = { ...world, hasSpokenSince: false };
  const keyed = [...singleKeys(literals), ...CODE_INPUTS].filter(({ digits }) => isPossible(digits, wait));
  return [
    ...keyed.map(({ label, digits, presses }): Choice => ({
      label,
      input: { kind: 'keys', digits },
      world: after,
      script: { kind: 'step', step: { presses: presses + wait.finishOnKey } },
    })),
    {
      label: 'stays silent',
      input: { kind: 'timeout' },
      world: after,
      script: { kind: 'step', step: { silent: true } },
    },
    hangUp(world),
  ];
}

/** The caller goes: possible at any moment. */
export function hangUp(world: CallWorld): Choice {
  return {
    label: 'hangs up',
    input: { kind: 'hang-up' },
    world,
    script: { kind: 'step', step: { hangsUp: true } },
  };
}

/** `*`, and every text of digits that some condition of the flows compares with; `5` stands for the keys nobody asks about. */
function singleKeys(literals: readonly string[]): Keyed[] {
  const asked = literals.filter((literal) => /^[0-9*#]{1,10}$/.test(literal));
  const all = new Set(['5', '*', ...asked]);
  return [...all].map((digits) => ({ label: `presses ${digits}`, digits, presses: digits }));
}

/** The finish key never arrives as a digit, and the input ends with the last digit that is asked for. */
function isPossible(digits: string, { finishOnKey, numberOfDigits }: KeysWait): boolean {
  if (finishOnKey !== '' && digits.includes(finishOnKey)) return false;
  return numberOfDigits === null || digits.length <= numberOfDigits;
}
