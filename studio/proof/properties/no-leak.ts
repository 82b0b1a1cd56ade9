import type { Json } from '../../model/json';
import type { Wait } from '../../model/wait';
import { CODES } from '../call-world';
import type { Property } from './property';

/** The result key that is the number, by contract. */
const NUMBER_KEY = 'to';

/** Studio keeps what was keyed in and what a function was sent; a flow must not spread it further. */
export const noLeak: Property = {
  name: 'no-leak',
  statement:
    'no code and no whole number is spoken, written in a message, or kept in a variable (but for the result "to")',
  violation: ({ execution: { wait, frames }, caller }) => {
    const secrets = secretsOf(caller);
    if (holds(spokenBy(wait), secrets)) return 'a code or a whole number is spoken: say its last digits only';
    if (holds(writtenBy(wait), secrets))
      return 'a code or a whole number is in a message: write its last digits only';
    for (const frame of frames) {
      for (const [key, value] of Object.entries(frame.variables)) {
        if (isOwnResult(key, value, caller) || !keeps(value, secrets)) continue;
        return `variable "${key}" keeps a code or a whole number: read it where it is`;
      }
    }
    return null;
  },
};

function secretsOf(caller: string): readonly string[] {
  const codes = [CODES.right, CODES.wrong, CODES.old];
  return /^\+\d{5,}$/.test(caller) ? [...codes, caller, caller.slice(1)] : codes;
}

function holds(text: string, secrets: readonly string[]): boolean {
  return secrets.some((secret) => text.includes(secret));
}

/** What the contract has the subflow return. */
function isOwnResult(key: string, value: Json, caller: string): boolean {
  return key === NUMBER_KEY && value === caller;
}

function keeps(value: Json, secrets: readonly string[]): boolean {
  if (typeof value === 'string') return holds(value, secrets);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((item) => keeps(item, secrets));
}

function spokenBy(wait: Wait | null): string {
  const speech = wait?.kind === 'speech' ? wait.speech : wait?.kind === 'keys' ? wait.prompt : undefined;
  // Digits said one by one are a number all the same.
  return (speech?.say ?? '').replace(/(?<=\d)[,\s]+(?=\d)/g, '');
}

function writtenBy(wait: Wait | null): string {
  return wait?.kind === 'message' || wait?.kind === 'reply' ? wait.message.body : '';
}
