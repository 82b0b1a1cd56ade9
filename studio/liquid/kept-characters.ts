import type { Output } from 'liquidjs';
import { TypeGuards } from 'liquidjs';

type Filter = Output['value']['filters'][number];

/** Filters that make no text longer. */
const SHORTENING = ['strip', 'lstrip', 'rstrip', 'upcase', 'downcase', 'capitalize'];

/**
 * How many characters of its input the filters of an output leave at most: a `slice` with numbers in it decides, if nothing
 * after it makes the text longer again.
 */
export function keptCharacters(filters: readonly Filter[]): number {
  return filters.reduce((kept, { name, args }) => {
    if (name === 'slice') return Math.min(kept, lengthOfSlice(args));
    return SHORTENING.includes(name) ? kept : Infinity;
  }, Infinity);
}

/** `slice: -4, 2` leaves two characters, `slice: 0` one. */
function lengthOfSlice(args: Filter['args']): number {
  const [, length] = args;
  if (length === undefined) return 1;
  return TypeGuards.isNumberToken(length) ? Math.max(0, length.content) : Infinity;
}
