import { parsePhoneNumberFromString } from 'libphonenumber-js';

import { checked } from './new-command';

/** Reads `--from` and `--to`: a valid number in E.164, spaces and punctuation allowed. */
export const phoneNumberOption = checked<string>((text) => {
  const number = parsePhoneNumberFromString(text);
  if (number?.isValid() === true) return number.number;
  return {
    complaint: 'Write a valid phone number with its country code, as in +14155550100.',
  };
});
