import type { Language } from './texts/languages.private';

/** A country's name in a language; its code when it has none. */
export function countryName(code: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(code) || code === 'ZZ') return code;
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}
