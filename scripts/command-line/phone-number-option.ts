import { parsePhoneNumberFromString } from 'libphonenumber-js';

import { checked } from './new-command';

const MEND = 'Write a valid phone number with its country code, as in +14155550100.';

/** Reads `--to`: a valid number, with any spaces and punctuation; gives E.164. */
export const phoneNumberOption = checked<string>((text) => readNumber(text) ?? { complaint: MEND });

function readNumber(text: string): string | null {
  const number = parsePhoneNumberFromString(text);
  return number?.isValid() === true ? number.number : null;
}
