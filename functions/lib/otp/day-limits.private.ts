import type { Limits } from './otp-settings.private';

/** The document of a day, or of one share of it: texts that were let through. */
export interface DayDocument {
  readonly v: 1;
  readonly all: number;
  /** By name of the API key. */
  readonly keys: Readonly<Record<string, number>>;
  /** By country. */
  readonly countries: Readonly<Record<string, number>>;
}

/** Whether a text is within the day's limits; if so, the document has to be written before it is sent. */
export type DayVerdict =
  | { readonly kind: 'counted'; readonly document: DayDocument }
  | { readonly kind: 'refused'; readonly limit: 'day' | 'key' | 'country' };

/** Sync takes 20 writes a second to one object (https://www.twilio.com/docs/sync/limits): a day of this many texts has no more. */
const TEXTS_PER_SHARE = 10_000;

/** Into how many documents a day is divided, each with a share of every limit; all shares together are the limit. */
export function sharesOf({ perDay }: Pick<Limits, 'perDay'>): number {
  return Math.max(Math.ceil(perDay / TEXTS_PER_SHARE), 1);
}

/** Who wants a text, and where it goes. */
export interface CountedText {
  readonly client: string;
  readonly country: string;
}

type DayLimits = Pick<Limits, 'perDay' | 'perKey' | 'perCountry'>;

/** How many of the shares, from the first, have any room for a text like this on an empty day. */
export function sharesFor({ country }: CountedText, limits: DayLimits): number {
  return Math.min(sharesOf(limits), limits.perKey, countryLimitOf(country, limits));
}

/** Counts a text in the document of a share (from 0). */
export function countText(
  document: DayDocument | undefined,
  text: CountedText,
  limits: DayLimits,
  share: number,
): DayVerdict {
  const { all, keys, countries } = document ?? { all: 0, keys: {}, countries: {} };
  const key = own(keys, text.client);
  const country = own(countries, text.country);
  const shares = sharesOf(limits);
  // What does not divide evenly goes to the first shares, one text each.
  const isFull = (count: number, limit: number): boolean =>
    count >= Math.floor(limit / shares) + (share < limit % shares ? 1 : 0);
  const countryLimit = countryLimitOf(text.country, limits);
  if (isFull(all, limits.perDay)) return { kind: 'refused', limit: 'day' };
  if (isFull(key, limits.perKey)) return { kind: 'refused', limit: 'key' };
  if (isFull(country, countryLimit)) return { kind: 'refused', limit: 'country' };
  return {
    kind: 'counted',
    document: {
      v: 1,
      all: all + 1,
      keys: { ...keys, [text.client]: key + 1 },
      countries: { ...countries, [text.country]: country + 1 },
    },
  };
}

function countryLimitOf(country: string, { perCountry }: DayLimits): number {
  return perCountry.get(country) ?? perCountry.get('*') ?? Infinity;
}

/** Name of a day's document: `day-2026-01-31-0`. Days are those of UTC. */
export function nameOfDay(now: number, share: number): string {
  return `day-${new Date(now).toISOString().slice(0, 10)}-${share}`;
}

/** When the next day begins. */
export function nextDay(now: number): number {
  const day = 24 * 3600 * 1000;
  return (Math.floor(now / day) + 1) * day;
}

/** Reads a document of the store. */
export function parseDayDocument(data: unknown): DayDocument {
  if (isDayDocument(data)) return data;
  throw new TypeError('A document of the store is not a day document of this version');
}

function isDayDocument(data: unknown): data is DayDocument {
  if (typeof data !== 'object' || data === null) return false;
  const { v, all, keys, countries } = { v: 0, all: '', keys: 0, countries: 0, ...data };
  return v === 1 && typeof all === 'number' && typeof keys === 'object' && typeof countries === 'object';
}

function own(counts: Readonly<Record<string, number>>, name: string): number {
  return Object.hasOwn(counts, name) ? (counts[name] ?? 0) : 0;
}
