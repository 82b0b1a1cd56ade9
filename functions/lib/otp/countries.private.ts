import { listOf, malformed } from './setting-reader.private';

/** Reads `US,CA,+3460` or `*`. */
export function readAllowedCountries(text: string): readonly string[] {
  const entries = listOf(text).map((entry) => entry.toUpperCase());
  const isRight =
    entries.length > 0 && entries.every((entry) => /^([A-Z]{2}|\+[1-9]\d{0,14}|\*)$/.test(entry));
  if (!isRight) {
    throw malformed(
      'OTP_ALLOWED_COUNTRIES',
      'a list of countries (US) and beginnings of numbers (+3460), or *',
    );
  }
  return entries;
}

/** Reads `GB=50,*=500`; an empty text limits nothing. */
export function readCountryLimits(text: string): ReadonlyMap<string, number> {
  return new Map(
    listOf(text).map((entry) => {
      const [, country, limit] = /^([A-Za-z]{2}|\*)=(\d{1,7})$/.exec(entry) ?? [];
      if (country === undefined) throw malformed('OTP_LIMIT_PER_COUNTRY', 'a list like GB=50,*=500');
      return [country.toUpperCase(), Number(limit)];
    }),
  );
}

/** Whether numbers like this one may be texted at all. */
export function isAllowed(
  number: { readonly e164: string; readonly country: string },
  allowed: readonly string[],
): boolean {
  return allowed.some(
    (entry) =>
      entry === '*' || (entry.startsWith('+') ? number.e164.startsWith(entry) : entry === number.country),
  );
}
