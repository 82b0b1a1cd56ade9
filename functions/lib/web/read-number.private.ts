import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { isSupportedCountry } from 'libphonenumber-js/min';

import { readPhoneNumber } from '../phone-number.private';
import type { PhoneNumber } from '../phone-number.private';
import type { TypedNumber } from './visit.private';

/** People put no more into a number, spaces and brackets included. */
const MOST_CHARACTERS = 40;

/**
 * Reads what was typed beside a chosen country: a number as people of that country write it, or an international one, with `+` or
 * `00`, whatever country is chosen.
 */
export function readTypedNumber({ country, number }: TypedNumber): PhoneNumber {
  const text = number.trim().replace(/^00(?=[1-9])/, '+');
  if (text.length > MOST_CHARACTERS) return { kind: 'invalid', reason: 'too_long' };
  if (text.startsWith('+') || text === '' || !isSupportedCountry(country)) return readPhoneNumber(text);
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
  return parsed === undefined || parsed.ext !== undefined
    ? { kind: 'invalid', reason: 'not_a_number' }
    : readPhoneNumber(parsed.number);
}
