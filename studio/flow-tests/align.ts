import type { Json } from '../model/json';
import { matches } from './matcher';

/** One line of a comparison: what both have, what only the test has, what only the flow has. */
export type Aligned =
  | { readonly kind: 'same'; readonly actual: Json }
  | { readonly kind: 'missing'; readonly expected: Json }
  | { readonly kind: 'unexpected'; readonly actual: Json };

/** Lays two lists side by side so that as many items as possible match, in order. */
export function align(expected: readonly Json[], actual: readonly Json[]): Aligned[] {
  const lengths = matchLengths(expected, actual);
  const lines: Aligned[] = [];
  let left = 0;
  let right = 0;
  while (left < expected.length || right < actual.length) {
    const wanted = expected[left];
    const found = actual[right];
    if (wanted !== undefined && found !== undefined && matches(wanted, found)) {
      lines.push({ kind: 'same', actual: found });
      left += 1;
      right += 1;
    } else if (
      wanted !== undefined &&
      (found === undefined || at(lengths, left + 1, right) >= at(lengths, left, right + 1))
    ) {
      lines.push({ kind: 'missing', expected: wanted });
      left += 1;
    } else if (found !== undefined) {
      lines.push({ kind: 'unexpected', actual: found });
      right += 1;
    }
  }
  return lines;
}

/** How many items match from each pair of places on. */
function matchLengths(expected: readonly Json[], actual: readonly Json[]): number[][] {
  const lengths = Array.from({ length: expected.length + 1 }, () =>
    new Array<number>(actual.length + 1).fill(0),
  );
  for (let left = expected.length - 1; left >= 0; left -= 1) {
    for (let right = actual.length - 1; right >= 0; right -= 1) {
      const row = lengths[left];
      if (row === undefined) continue;
      const isMatch = matches(expected[left] ?? null, actual[right]);
      const without = Math.max(at(lengths, left + 1, right), at(lengths, left, right + 1));
      row[right] = isMatch ? Math.max(without, at(lengths, left + 1, right + 1) + 1) : without;
    }
  }
  return lengths;
}

function at(lengths: readonly (readonly number[])[], left: number, right: number): number {
  return lengths[left]?.[right] ?? 0;
}
