import { entryOf, type Card, type Port } from '../card';
import type { Place } from '../place';
import { findRoute, stretchBetween, type Errand, type Roads } from './find-route';
import { DISTANCE, latticeOf, linesAround, type Box } from './lattice';
import { cornersOf, type Route } from './route';
import { spread } from './spread';
import { stretchesOf } from './stretches';
import { Traffic } from './traffic';
import { tracksOf } from './tracks';

/** An arrow with its way over the canvas. */
export interface RoutedArrow {
  readonly from: Card;
  readonly port: Port;
  readonly to: Card;
  /** Corners from the port to the card; null where there is no way around the cards. */
  readonly corners: readonly Place[] | null;
}

type Arrow = Omit<RoutedArrow, 'corners'>;

/**
 * Crossings, times the arrows that look for a way among them. Up to the first figure each way is found three times, in about
 * half a second; up to the second once, in about two; larger flows get simple curves.
 */
const COMFORTABLE = 1_000_000;
const LARGEST = 5_000_000;

/** Finds a way for every wired arrow: around cards, with few turns and crossings, arrows to one widget together. */
export function routeArrows(cards: readonly Card[]): readonly RoutedArrow[] {
  const arrows = arrowsBetween(cards);
  const boxes = cards.map(({ x, y, width, height }) => ({
    left: x,
    top: y,
    right: x + width,
    bottom: y + height,
  }));
  const own = arrows.flatMap(({ from, port, to }) => [startOf(from, port).x, entryOf(to).x]);
  const lines = linesAround(boxes, own);
  const size = lines.columns.length * lines.rows.length * arrows.length;
  const rounds = size <= COMFORTABLE ? 3 : 1;
  const routes =
    size > LARGEST
      ? new Map<Arrow, Route>()
      : findRoutes(arrows, { lattice: latticeOf(lines, boxes), traffic: new Traffic() }, rounds);
  const spreadOut = spreadRoutes([...routes.values()], boxes);
  return arrows.map((arrow) => {
    const route = routes.get(arrow);
    return { ...arrow, corners: route === undefined ? null : (spreadOut.get(route) ?? null) };
  });
}

/** Where a port's arrow begins. */
export function startOf(card: Card, port: Port): Place {
  return { x: port.left + port.width / 2, y: card.y + card.height };
}

function arrowsBetween(cards: readonly Card[]): readonly Arrow[] {
  const byName = new Map(cards.map((card) => [card.state.name, card]));
  return cards.flatMap((from) =>
    from.ports.flatMap((port) => {
      const to = port.to === null ? undefined : byName.get(port.to);
      return to === undefined ? [] : [{ from, port, to }];
    }),
  );
}

/** Short ways are found first, having the least choice; then each again, now that it is known who else goes where. */
function findRoutes(arrows: readonly Arrow[], roads: Roads, rounds: number): Map<Arrow, Route> {
  const errands = arrows.map((arrow) => ({ arrow, errand: errandOf(arrow) }));
  const length = ({ from, to }: Errand): number => Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
  errands.sort((one, other) => length(one.errand) - length(other.errand));
  const ways = new Map<Arrow, readonly number[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const { arrow, errand } of errands) {
      record(ways.get(arrow) ?? [], errand.net, -1, roads);
      const way = findRoute(errand, roads) ?? [];
      record(way, errand.net, 1, roads);
      ways.set(arrow, way);
    }
  }
  const found = errands.filter(({ arrow }) => (ways.get(arrow) ?? []).length > 0);
  return new Map(
    found.map(({ arrow, errand: { net } }) => [
      arrow,
      { net, places: placesOf(ways.get(arrow) ?? [], arrow, roads) },
    ]),
  );
}

function record(way: readonly number[], net: string, arrows: 1 | -1, { traffic }: Roads): void {
  way.slice(1).forEach((crossing, index) => {
    traffic.add(stretchBetween(way[index] ?? crossing, crossing), net, arrows);
  });
}

function errandOf({ from, port, to }: Arrow): Errand {
  const start = startOf(from, port);
  const end = entryOf(to);
  return {
    from: { x: start.x, y: start.y + DISTANCE.wanted },
    to: { x: end.x, y: end.y - DISTANCE.wanted },
    net: to.state.name,
  };
}

function placesOf(way: readonly number[], { from, port, to }: Arrow, { lattice }: Roads): readonly Place[] {
  const { columns, rows } = lattice;
  const crossings = way.map((at) => ({
    x: columns[at % columns.length] ?? 0,
    y: rows[Math.floor(at / columns.length)] ?? 0,
  }));
  return cornersOf([startOf(from, port), ...crossings, entryOf(to)]);
}

/** The corners of all routes after those that run in one line were moved apart. */
function spreadRoutes(routes: readonly Route[], boxes: readonly Box[]): ReadonlyMap<Route, readonly Place[]> {
  const tracks = tracksOf(routes.flatMap(stretchesOf), boxes);
  spread(tracks);
  const moved = new Map(routes.map((route) => [route, route.places.map((place) => ({ ...place }))]));
  for (const { at, isAcross, stretches } of tracks) {
    for (const { route, index } of stretches) {
      for (const place of moved.get(route)?.slice(index, index + 2) ?? []) {
        place[isAcross ? 'y' : 'x'] = at;
      }
    }
  }
  return moved;
}
