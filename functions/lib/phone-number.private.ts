// The smallest metadata: it knows every country's lengths and leading digits but not its line types. The larger sets refuse
// numbers of ranges opened since they were made, and Twilio has the last word anyway.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

import { isWithheld } from './withheld-caller-ids.private';

/** What a text from a form turned out to be. `country` is ISO 3166's (`US`), and `ZZ` for a number of no country, as satellite phones have. */
export type PhoneNumber =
  | { readonly kind: 'valid'; readonly e164: string; readonly country: string }
  | { readonly kind: 'invalid'; readonly reason: 'blank' | 'too_long' | 'withheld' | 'not_a_number' };

/** E.164 allows 15 digits; the rest is room for spaces, brackets and dashes. https://www.twilio.com/docs/glossary/what-e164 */
const MOST_CHARACTERS = 40;

/**
 * Reads an international number (`+1 415 555 0100`) and normalises it to E.164 (`+14155550100`). National numbers, numbers
 * inside other text, extensions and withheld caller IDs are refused.
 */
export function readPhoneNumber(text: string): PhoneNumber {
  if (text.length > MOST_CHARACTERS) return { kind: 'invalid', reason: 'too_long' };
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'invalid', reason: 'blank' };
  if (isWithheld(trimmed)) return { kind: 'invalid', reason: 'withheld' };
  const number = parsePhoneNumberFromString(trimmed, { extract: false });
  if (number === undefined || number.ext !== undefined || !number.isValid()) {
    return { kind: 'invalid', reason: 'not_a_number' };
  }
  // Once more, because normalising may have turned foreign digits into one of the withheld forms.
  if (isWithheld(number.number)) return { kind: 'invalid', reason: 'withheld' };
  return { kind: 'valid', e164: number.number, country: number.country ?? 'ZZ' };
}

/** A number for a log line: `+1******0100`. */
export function maskPhoneNumber(e164: string): string {
  const shown = e164.length >= 10 ? 4 : 2;
  return e164.slice(0, 2) + '*'.repeat(Math.max(e164.length - 2 - shown, 0)) + e164.slice(-shown);
}
