import { reachableAfter, reachableFrom } from '../graph/reachable';
import { withNodes, type Graph } from '../graph/graph';
import type { CheckedFlow } from './checked-flow';
import type { Counter } from './counters';
import type { Decision } from './count-test';

/** After how many rounds a split leaves a knot; a sentence says why that cannot be told. */
export type Rounds = number | 'never' | `"${string}`;

/** After how many rounds at most a counter makes a split lead out of a knot that never sets it back. */
export function roundsUntil(flow: CheckedFlow, counter: Counter, knot: Graph, split: string): Rounds {
  const decisions = counter.tests.get(split);
  if (decisions === undefined) return `"${split}" compares "${counter.path}" with too many numbers`;
  const leads = whereLeads(knot);
  if (!decisions.some((decision) => leads(decision) !== 'in')) return 'never';
  const unclear = [...counter.unclear].find((name) => knot.leaving.has(name));
  if (unclear !== undefined) return `"${unclear}" does not just add a number to "${counter.path}"`;
  const { starts } = counter;
  if (starts === undefined) return `"${counter.path}" begins at what only a run decides`;

  const ahead = counter.direction === 1 ? decisions : decisions.toReversed();
  const farthest = Math.min(...starts.map((start) => start * counter.direction));
  const from = lastIndexNot(ahead, (decision) => leads(decision) === 'out') + 1;
  const first = ahead[from];
  if (first !== undefined) return roundsTo(counter, first.value * counter.direction - farthest);
  return roundsToHit(flow, { ...counter, starts }, split, ahead, leads);
}

/** The way on may lead out at some values only: then the count must come by exactly one of them. */
function roundsToHit(
  flow: CheckedFlow,
  counter: Counter & { readonly starts: readonly number[] },
  split: string,
  ahead: readonly Decision[],
  leads: (decision: Decision) => string,
): Rounds {
  const { direction, starts, path } = counter;
  const isAhead = ({ value }: Decision, start: number): boolean => (value - start) * direction > 0;
  const coming = ahead.filter((decision) => starts.some((start) => isAhead(decision, start)));
  if (coming.some((decision) => leads(decision) === 'maybe')) {
    return `"${split}" does not just compare "${path}" with numbers`;
  }
  const hits = coming.filter((decision) => leads(decision) === 'out');
  if (hits.length === 0) return 'never';
  const hit = hits.find((decision) => starts.every((start) => isAhead(decision, start)));
  if (hit === undefined || !isHit(flow, counter, split, hit)) {
    return `"${split}" leaves only at values of "${path}" that the count may step over`;
  }
  return Math.max(...starts.map((start) => (hit.value - start) * direction));
}

/** Whether every count is by one, is tested before the next, and does not go on from the value that leaves. */
function isHit(flow: CheckedFlow, counter: Counter, split: string, { to }: Decision): boolean {
  const { steps, resetting, starts = [] } = counter;
  if ([...steps.values()].some((step) => step !== 1) || !starts.every(Number.isInteger)) return false;
  const isCounted = (names: ReadonlySet<string>): boolean =>
    [...steps.keys()].some((name) => names.has(name));
  const kept = withNodes(flow.graph, (name) => !resetting.has(name));
  const untested = withNodes(kept, (name) => name !== split);
  if ([...steps.keys()].some((name) => isCounted(reachableAfter(untested, name)))) return false;
  return !isCounted(
    reachableFrom(
      kept,
      [...to].flatMap((name) => name ?? []),
    ),
  );
}

function roundsTo({ steps }: Counter, distance: number): number {
  return Math.max(1, Math.ceil(distance / Math.min(...steps.values())));
}

function whereLeads(knot: Graph): (decision: Decision) => 'in' | 'out' | 'maybe' {
  return ({ to }) => {
    const staying = [...to].filter((name) => name !== null && knot.leaving.has(name)).length;
    if (staying === 0) return 'out';
    return staying === to.size ? 'in' : 'maybe';
  };
}

function lastIndexNot<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.findLastIndex((item) => !holds(item));
}
