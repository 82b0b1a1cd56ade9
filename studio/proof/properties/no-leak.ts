import type { Json } from '../../model/json';
import { isJsonObject } from '../../model/json';
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
    const secrets: string[] = [CODES.right, CODES.wrong, CODES.old];
    if (/^\+\d{5,}$/.test(caller)) secrets.push(caller, caller.slice(1));
    const holds = (text: string): boolean => secrets.some((secret) => text.includes(secret));
    if (holds(spokenBy(wait))) return 'a code or a whole number is spoken: say its last digits only';
    if (holds(writtenBy(wait))) return 'a code or a whole number is in a message: write its last digits only';
    const kept = frames
      .flatMap((frame) => Object.entries(frame.variables))
      .find(([key, value]) => {
        const texts = textsIn(value).filter((text) => key !== NUMBER_KEY || text !== caller);
        return texts.some(holds);
      });
    return kept === undefined
      ? null
      : `variable "${kept[0]}" keeps a code or a whole number: read it where it is`;
  },
};

function spokenBy(wait: Wait | null): string {
  const speech = wait?.kind === 'speech' ? wait.speech : wait?.kind === 'keys' ? wait.prompt : undefined;
  // Digits said one by one are a number all the same.
  return (speech?.say ?? '').replace(/(?<=\d)[,\s]+(?=\d)/g, '');
}

function writtenBy(wait: Wait | null): string {
  return wait?.kind === 'message' || wait?.kind === 'reply' ? wait.message.body : '';
}

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
