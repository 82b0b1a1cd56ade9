import { de } from './de.private';
import { en } from './en.private';
import { es } from './es.private';
import { fr } from './fr.private';
import type { Texts } from './texts.private';

/** Every language that the pages speak. Another one is another table and another row. */
export const LANGUAGES = { en, es, de, fr } as const satisfies Readonly<Record<string, Texts>>;

/** A language of the pages, as `lang` has it. */
export type Language = keyof typeof LANGUAGES;

/**
 * The language of a page: that of the session's locale (`de-AT`), else the browser's first that we speak (`Accept-Language`),
 * else English.
 */
export function chooseLanguage(locale: string | undefined, acceptLanguage: unknown): Language {
  const wanted = [locale ?? '', ...preferences(acceptLanguage)];
  return wanted.flatMap((tag) => languageOf(tag) ?? [])[0] ?? 'en';
}

/** Puts values into the `{places}` of a text; what is not given stays. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** A time that somebody has to wait, in words: `2 hours`, `5 minutes`, `30 seconds`; rounded up. */
export function inWords(seconds: number, language: Language): string {
  const [amount, unit] =
    seconds >= 5400
      ? [seconds / 3600, 'hour']
      : seconds >= 100
        ? [seconds / 60, 'minute']
        : [seconds, 'second'];
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.max(Math.ceil(amount), 1));
}

/** https://www.rfc-editor.org/rfc/rfc9110#field.accept-language; a header of this length is nobody's. */
function preferences(header: unknown): readonly string[] {
  if (typeof header !== 'string' || header.length > 500) return [];
  return header
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/\s*;\s*q=/);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

function languageOf(tag: string): Language | undefined {
  const [base = ''] = tag.toLowerCase().split(/[-_]/);
  return base === 'en' || base === 'es' || base === 'de' || base === 'fr' ? base : undefined;
}
