import { parsePhoneNumberFromString } from 'libphonenumber-js';

import { isCallerId } from '../emulator/voice/caller-id';

/**
 * Who calls, as people write it on a command line and in a script: a number with its country code and any spaces and
 * punctuation, which becomes E.164; `+` and digits that are no valid number, as networks send for withheld ones; or a
 * word for a withheld number. Null for anything else.
 */
export function readCaller(text: string): string | null {
  const number = parsePhoneNumberFromString(text);
  if (number?.isValid() === true) return number.number;
  return isCallerId(text) ? text : null;
}
