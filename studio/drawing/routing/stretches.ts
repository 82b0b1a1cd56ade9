import type { Route } from './route';

/** A straight piece of a route, seen along its axis. */
export interface Stretch {
  readonly route: Route;
  /** Which piece of the route it is. */
  readonly index: number;
  readonly isAcross: boolean;
  /** Where it runs: y of one that runs across, x of one that runs down. */
  readonly at: number;
  readonly low: number;
  readonly high: number;
  /** The first and the last piece stay where the port and the card are. */
  readonly isFixed: boolean;
}

/** All pieces of a route. */
export function stretchesOf(route: Route): readonly Stretch[] {
  return route.places.slice(1).map((end, index) => {
    const start = route.places[index] ?? end;
    const isAcross = start.x !== end.x;
    const [from, to] = isAcross ? [start.x, end.x] : [start.y, end.y];
    return {
      route,
      index,
      isAcross,
      at: isAcross ? start.y : start.x,
      low: Math.min(from, to),
      high: Math.max(from, to),
      isFixed: index === 0 || index === route.places.length - 2,
    };
  });
}

/**
 * On which side of the other, of two stretches on one line, a stretch lies best: −1 on the side of the smaller coordinate, 1 on
 * the other, 0 when it does not matter. Both ways are followed to where they part, once in each direction: whoever turns left
 * there has to be on the left.
 */
export function sideOf(one: Stretch, other: Stretch): number {
  // Seen from somebody who goes right, left is up: the smaller y. From one who goes down, left is the larger x.
  const left = one.isAcross ? -1 : 1;
  return Math.sign(left * (leftness(one, other, 1) - leftness(one, other, -1)));
}

/** 1 when `one` turns off to the left of `other`, −1 to the right; walking towards larger (1) or smaller coordinates. */
function leftness(one: Stretch, other: Stretch, towards: 1 | -1): number {
  const [first, second] = [walkerOn(one, towards), walkerOn(other, towards)];
  for (let heading = headingOf(one.isAcross, towards); ;) {
    const [end, otherEnd] = [first.end(), second.end()];
    if (end === undefined || otherEnd === undefined) return 0;
    const ahead = (end.x - otherEnd.x) * heading.x + (end.y - otherEnd.y) * heading.y;
    const turn = ahead <= 0 ? first.turn(heading) : 0;
    const otherTurn = ahead >= 0 ? second.turn(heading) : 0;
    if (ahead !== 0 || turn !== otherTurn || turn === 0) return turn - otherTurn;
    heading = turnedBy(heading, turn);
    first.goOn();
    second.goOn();
  }
}

interface Heading {
  readonly x: number;
  readonly y: number;
}

function headingOf(isAcross: boolean, towards: 1 | -1): Heading {
  return isAcross ? { x: towards, y: 0 } : { x: 0, y: towards };
}

function turnedBy({ x, y }: Heading, turn: number): Heading {
  return { x: y * turn, y: -x * turn };
}

/** Goes along a route, corner by corner. */
function walkerOn(stretch: Stretch, towards: 1 | -1) {
  const { places } = stretch.route;
  const key = stretch.isAcross ? 'x' : 'y';
  const [start, end] = [places[stretch.index]?.[key] ?? 0, places[stretch.index + 1]?.[key] ?? 0];
  const step = Math.sign(end - start) === towards ? 1 : -1;
  let corner = step === 1 ? stretch.index + 1 : stretch.index;
  return {
    end: () => places[corner],
    /** 1: to the left; −1: to the right; 0: the way ends here. */
    turn: (heading: Heading): number => {
      const [here, next] = [places[corner], places[corner + step]];
      if (here === undefined || next === undefined) return 0;
      return Math.sign((next.x - here.x) * heading.y - (next.y - here.y) * heading.x);
    },
    goOn: () => {
      corner += step;
    },
  };
}
