import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * What `From` holds when a caller withholds the number. Some routes send digits instead, as the keypad spells the
 * word (`+266696687`): those look like a number and need no entry here
 * (https://support.twilio.com/hc/en-us/articles/223179988).
 */
const WITHHELD = ['anonymous', 'restricted', 'unavailable', 'unknown', 'blocked', 'private', 'withheld'];

/** Whether a call can come from there: `+` and digits, valid number or not, or a word for a withheld one. */
export function isCallerId(from: string): boolean {
  return WITHHELD.includes(from.toLowerCase()) || /^\+\d{2,15}$/.test(from);
}

/** Countries of the numbers that were asked for last: every webhook of a call asks for the same two, four times. */
const countries = new Map<string, string>();

const REMEMBERED_COUNTRIES = 1000;

/** The country of a number as two letters (`ES`), empty when it cannot be told. */
export function countryOf(number: string): string {
  const known = countries.get(number);
  if (known !== undefined) return known;
  const country = number.startsWith('+') ? (parsePhoneNumberFromString(number)?.country ?? '') : '';
  if (countries.size >= REMEMBERED_COUNTRIES) countries.clear();
  countries.set(number, country);
  return country;
}

/** The end of a number, for messages that must not hold all of it. */
export function numberEnding(number: string): string {
  return `…${number.slice(-4)}`;
}

/** What somebody typed for a caller, in quotes, for the message that refuses it; what may be a number is cut to its end. */
export function withoutNumber(from: string): string {
  const digits = from.replace(/\D/g, '');
  return digits.length < 5 ? `"${from.slice(0, 50)}"` : `"${numberEnding(digits)}"`;
}
