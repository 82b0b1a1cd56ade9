import type { Place } from '../place';
import type { Lattice } from './lattice';
import { LightestFirst } from './queue';
import type { Traffic } from './traffic';

/** An arrow to find a way for: from below a port to above a card, by places that are crossings of the lattice. */
export interface Errand {
  readonly from: Place;
  readonly to: Place;
  readonly net: string;
}

/** The roads of one picture. */
export interface Roads {
  readonly lattice: Lattice;
  readonly traffic: Traffic;
}

/** In pixels, what a turn and a crossing cost; and a pixel more in company or near a card, and one with one's own net. */
const COST = { turn: 60, crossing: 60, company: 0.03, ownNet: 0.7, near: 0.12 } as const;

// Taken out of the global object once: these are asked for a million times, and under Jest each look at a global is slow.
const { abs, floor, min } = Math;

/** Right, down, left, up: as steps of column and row. */
const DIRECTIONS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;
const DOWN = 1;

/** The crossings of a good way, from first to last; null when there is none. It begins and ends downwards. */
export function findRoute(errand: Errand, roads: Roads): readonly number[] | null {
  return new Search(errand, roads).run();
}

/** Which stretch lies between two crossings that are neighbours: the lower one's, right or down. */
export function stretchBetween(one: number, other: number): number {
  const low = min(one, other);
  return 2 * low + (abs(one - other) === 1 ? 0 : 1);
}

/** An A* search over crossings and the direction in which one comes to them. */
class Search {
  readonly #cost: Float64Array;
  readonly #before: Int32Array;
  readonly #open = new LightestFirst();
  readonly #width: number;
  readonly #goal: number;

  constructor(
    private readonly errand: Errand,
    private readonly roads: Roads,
  ) {
    const { columns, rows } = roads.lattice;
    this.#width = columns.length;
    this.#cost = new Float64Array(columns.length * rows.length * 4).fill(Infinity);
    this.#before = new Int32Array(this.#cost.length).fill(-1);
    this.#goal = this.#crossingAt(errand.to);
  }

  run(): readonly number[] | null {
    const start = this.#crossingAt(this.errand.from);
    if (start < 0 || this.#goal < 0) return null;
    this.#reach(start * 4 + DOWN, -1, 0);
    for (let at = this.#open.pop(); at !== undefined; at = this.#open.pop()) {
      if (at === this.#goal * 4 + DOWN) return this.#wayTo(at);
      this.#leave(at);
    }
    return null;
  }

  #crossingAt({ x, y }: Place): number {
    const { columns, rows } = this.roads.lattice;
    const [column, row] = [columns.indexOf(x), rows.indexOf(y)];
    return column < 0 || row < 0 ? -1 : column + row * this.#width;
  }

  #leave(at: number): void {
    const [crossing, heading] = [at >> 2, at & 3];
    const cost = this.#cost[at] ?? Infinity;
    // At the goal one may still turn down; nowhere else does one turn without going on.
    if (crossing === this.#goal) this.#reach(crossing * 4 + DOWN, at, cost + COST.turn);
    DIRECTIONS.forEach((_, direction) => {
      if (direction === (heading + 2) % 4) return;
      const next = this.#neighbour(crossing, direction);
      if (next === null) return;
      const turn = direction === heading ? this.#crossingCost(crossing, direction) : COST.turn;
      this.#reach(next * 4 + direction, at, cost + turn + this.#lengthCost(crossing, next));
    });
  }

  #neighbour(crossing: number, direction: number): number | null {
    const [right = 0, down = 0] = DIRECTIONS[direction] ?? [];
    const { columns, rows, isBarredRight, isBarredDown } = this.roads.lattice;
    const column = (crossing % this.#width) + right;
    const row = floor(crossing / this.#width) + down;
    if (columns[column] === undefined || rows[row] === undefined) return null;
    const next = column + row * this.#width;
    const bars = right === 0 ? isBarredDown : isBarredRight;
    if (bars[min(crossing, next)] === 1) return null;
    return right === 0 && !this.#mayRunAlong(columns[column]) ? null : next;
  }

  #mayRunAlong(x: number): boolean {
    const { from, to } = this.errand;
    return x === from.x || x === to.x || this.roads.lattice.sharedColumns.has(x);
  }

  #lengthCost(one: number, other: number): number {
    const { lattice, traffic } = this.roads;
    const stretch = stretchBetween(one, other);
    const length = this.#distance(one, other);
    if (traffic.has(stretch, this.errand.net)) return length * COST.ownNet;
    const isNear =
      abs(one - other) === 1
        ? lattice.nearRows.has(lattice.rows[floor(one / this.#width)] ?? 0)
        : lattice.nearColumns.has(lattice.columns[one % this.#width] ?? 0);
    const company = COST.company * traffic.others(stretch, this.errand.net);
    return length * (1 + company + (isNear ? COST.near : 0));
  }

  /** What it costs to go straight on across those who run the other way; who turns here is crossed by half. */
  #crossingCost(crossing: number, direction: number): number {
    const { traffic, lattice } = this.roads;
    const step = direction % 2 === 0 ? this.#width : 1;
    const isInside = crossing >= step && crossing + step < this.#width * lattice.rows.length;
    if (!isInside) return 0;
    const before = traffic.others(stretchBetween(crossing, crossing - step), this.errand.net);
    const after = traffic.others(stretchBetween(crossing, crossing + step), this.errand.net);
    return (COST.crossing * (before + after)) / 2;
  }

  #reach(state: number, before: number, cost: number): void {
    if (cost >= (this.#cost[state] ?? 0)) return;
    this.#cost[state] = cost;
    this.#before[state] = before;
    this.#open.push(state, cost + this.#distance(state >> 2, this.#goal) * COST.ownNet);
  }

  #distance(one: number, other: number): number {
    const { columns, rows } = this.roads.lattice;
    const across = (columns[one % this.#width] ?? 0) - (columns[other % this.#width] ?? 0);
    const down = (rows[floor(one / this.#width)] ?? 0) - (rows[floor(other / this.#width)] ?? 0);
    return abs(across) + abs(down);
  }

  #wayTo(last: number): readonly number[] {
    const way: number[] = [];
    for (let at = last; at >= 0; at = this.#before[at] ?? -1) {
      if (way[0] !== at >> 2) way.unshift(at >> 2);
    }
    return way;
  }
}
