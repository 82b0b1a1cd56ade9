import { isValidPhoneNumber } from 'libphonenumber-js';
import type { Store } from '../store';
import { countryOf } from './caller-id';

/** Why no call is possible between two numbers. */
export type EndsProblem = 'noTo' | 'noFrom' | 'invalidTo' | 'invalidFrom' | 'foreignFrom' | 'closedCountry';

/** Whether the account may call `to` from `from`; null: it may. */
export function problemOfEnds(
  store: Store,
  { from, to }: { readonly from: string; readonly to: string },
): EndsProblem | null {
  if (to === '') return 'noTo';
  if (from === '') return 'noFrom';
  if (!isValidPhoneNumber(to) || to === from) return 'invalidTo';
  if (!/^\+[1-9]\d{6,14}$/.test(from)) return 'invalidFrom';
  const isHeld = [...store.phoneNumbers.values()].some(({ phoneNumber }) => phoneNumber === from);
  if (!isHeld) return 'foreignFrom';
  return store.closedCountries.calls.has(countryOf(to)) ? 'closedCountry' : null;
}
