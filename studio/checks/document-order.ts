import { placeBelow } from '../model/place-below';
import type { Problem } from '../model/problem';

/**
 * Sorts problems by where their place stands in the JSON they were found in. A place that is not there (a property that is
 * missing) counts as the end of what should hold it; problems of one place keep their order.
 */
export function inDocumentOrder(problems: readonly Problem[], json: unknown): readonly Problem[] {
  const positions = new Map<string, number>();
  number(json, '#', positions);
  return problems
    .map((problem) => ({ problem, position: positionOf(problem.place, positions) }))
    .sort((one, other) => one.position - other.position)
    .map(({ problem }) => problem);
}

/** Each place gets the number of its beginning; `place/` the number of its end. */
function number(value: unknown, place: string, positions: Map<string, number>): void {
  positions.set(place, positions.size);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) number(item, placeBelow(place, key), positions);
  positions.set(`${place}/`, positions.size);
}

function positionOf(place: string, positions: ReadonlyMap<string, number>): number {
  const own = positions.get(place);
  if (own !== undefined) return own;
  for (let parent = parentOf(place); parent !== ''; parent = parentOf(parent)) {
    const end = positions.get(`${parent}/`);
    if (end !== undefined) return end;
  }
  return positions.size;
}

function parentOf(place: string): string {
  return place.slice(0, Math.max(0, place.lastIndexOf('/')));
}
