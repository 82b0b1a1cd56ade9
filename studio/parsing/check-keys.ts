import { didYouMean } from '../model/did-you-mean';
import type { JsonObject } from '../model/json';
import { placeBelow } from '../model/place-below';
import type { Report } from './report';

/**
 * Warns about keys that mean nothing where they stand: a slip of the key, mostly. Not public: which of them Studio refuses, so they
 * are no errors. `owner` is what the keys are no property of.
 */
export function checkKeys(
  json: JsonObject,
  known: readonly string[],
  owner: string,
  place: string,
  report: Report,
): void {
  for (const key of Object.keys(json)) {
    if (known.includes(key)) continue;
    const meant = didYouMean(
      key,
      known.filter((name) => !Object.hasOwn(json, name)),
    );
    report.warning(
      'known-properties',
      placeBelow(place, key),
      `"${key}" is no property of ${owner}${meant}: rename or remove it`,
    );
  }
}
