import type { Place } from '../place';

/** A way in straight stretches, across and down by turns, from a port to a card; it begins and ends downwards. */
export interface Route {
  readonly net: string;
  readonly places: readonly Place[];
}

/** The same way with only its ends and its corners. */
export function cornersOf(places: readonly Place[]): readonly Place[] {
  return places.reduce<readonly Place[]>((corners, place) => {
    const [before, last] = corners.slice(-2);
    if (before === undefined || last === undefined) return [...corners, place];
    const isStraight =
      (before.x === last.x && last.x === place.x) || (before.y === last.y && last.y === place.y);
    return isStraight ? [...corners.slice(0, -1), place] : [...corners, place];
  }, []);
}
