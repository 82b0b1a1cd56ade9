import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';

import type { Language } from './texts/languages.private';

/** A country that can be chosen. */
export interface CountryChoice {
  /** `US` */
  readonly code: string;
  /** `United States` */
  readonly name: string;
  /** `1` */
  readonly dialCode: string;
}

/** The countries that codes may be sent to, by their names in a language. A beginning of numbers (`+3460`) lets in its country. */
export function listCountries(allowed: readonly string[], language: Language): readonly CountryChoice[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return getCountries()
    .filter((code) => allowed.some((entry) => lets(entry, code)))
    .map((code) => ({ code, name: names.of(code) ?? code, dialCode: getCountryCallingCode(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

function lets(entry: string, code: CountryCode): boolean {
  if (!entry.startsWith('+')) return entry === '*' || entry === code;
  const dialCode = getCountryCallingCode(code);
  return entry.slice(1).startsWith(dialCode) || dialCode.startsWith(entry.slice(1));
}
