import type { Heard } from './heard';

/** Codes have from 4 to 10 digits (https://www.twilio.com/docs/verify/api/service). */
const [SHORTEST, LONGEST] = [4, 10];

/**
 * The first code that was read aloud: digits that follow each other with nothing but blanks, commas, points, dashes or
 * pauses between them (`1, 2, 3, 4`, or each in a sentence of its own). A code that was said twice in a row counts once.
 * Null when there is none.
 */
export function codeHeard(heard: readonly Heard[]): string | null {
  const text = heard.map((each) => (each.kind === 'said' ? each.text : '')).join(' ');
  for (const [run] of text.matchAll(/\d(?:[\s,.;:…–-]*\d)*/g)) {
    const code = once(run.replace(/\D/g, ''));
    if (code.length >= SHORTEST && code.length <= LONGEST) return code;
  }
  return null;
}

/** The shortest beginning, of a code's length, that the digits repeat. */
function once(digits: string): string {
  for (let length = SHORTEST; length <= digits.length / 2; length += 1) {
    const code = digits.slice(0, length);
    if (digits.length % length === 0 && code.repeat(digits.length / length) === digits) return code;
  }
  return digits;
}
