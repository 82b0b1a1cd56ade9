import type { FlowDefinition, State } from '../model/flow-definition';
import { isJsonObject, type Json } from '../model/json';
import { CARD, cardAt, wantedWidth, type Card } from './card';
import { layeredPlaces } from './layered-places';
import type { Place } from './place';

/** Least room between cards, for arrows: pixels. */
const GAP = { across: 44, down: 64 } as const;
/** Beyond this the canvas is pulled apart so much that its author would not know it again. */
const LARGEST_STRETCH = 1.6;
/** Pixels in any direction. Farther out is nothing that somebody looked at. */
const LARGEST_OFFSET = 30_000;

/**
 * The cards of a flow at their canvas offsets; where cards stand too close for arrows the whole canvas is stretched. Offsets
 * that are missing, not numbers, out of all proportion or on top of each other: all widgets are set out in layers.
 */
export function placeCards(flow: FlowDefinition): readonly Card[] {
  const places = canvasPlaces(flow.states) ?? layeredPlaces(flow);
  const wanted = flow.states.map(wantedWidth);
  return flow.states.map((state, index) => {
    const { x, y } = places[index] ?? { x: 0, y: 0 };
    return cardAt(state, x, y, widthAt(index, wanted, places));
  });
}

/** Middle and top of every card by its offset; null when the offsets are of no use. */
function canvasPlaces(states: readonly State[]): readonly Place[] | null {
  const places = states.flatMap(({ properties: { offset } }) => {
    if (!isJsonObject(offset)) return [];
    const { x, y } = offset;
    return isUsable(x) && isUsable(y) ? [{ x: x + CARD.width / 2, y }] : [];
  });
  if (places.length < states.length) return null;
  const stretch = stretchOf(places);
  if (Math.max(stretch.x, stretch.y) > LARGEST_STRETCH) return null;
  return places.map(({ x, y }) => ({ x: x * stretch.x, y: y * stretch.y }));
}

function isUsable(offset: Json | undefined): offset is number {
  return typeof offset === 'number' && Math.abs(offset) <= LARGEST_OFFSET;
}

/** By how much a canvas has to grow in each direction until there is a gap between any two cards. */
function stretchOf(places: readonly Place[]): Place {
  const wanted = { x: CARD.width + GAP.across, y: CARD.height + GAP.down };
  let stretch = { x: 1, y: 1 };
  places.forEach((one, index) => {
    for (const other of places.slice(0, index)) {
      const x = wanted.x / Math.abs(one.x - other.x);
      const y = wanted.y / Math.abs(one.y - other.y);
      if (x <= stretch.x || y <= stretch.y) continue;
      stretch = x < y ? { ...stretch, x } : { ...stretch, y };
    }
  });
  return stretch;
}

/** As wide as the ports want it and the neighbours allow; two that want to grow share the room between them. */
function widthAt(index: number, wanted: readonly number[], places: readonly Place[]): number {
  const place = places[index] ?? { x: 0, y: 0 };
  const halves = places.map(({ x, y }, at) => {
    if (at === index || Math.abs(y - place.y) >= CARD.height + GAP.down / 2) return Infinity;
    const room = Math.abs(x - place.x) - GAP.across;
    return (wanted[at] ?? 0) > CARD.width ? room / 2 : room - CARD.width / 2;
  });
  return Math.max(CARD.width, Math.min(wanted[index] ?? 0, 2 * Math.min(...halves)));
}
