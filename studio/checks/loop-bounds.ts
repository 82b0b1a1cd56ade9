import { shortestCycle } from '../graph/cycles';
import type { Graph } from '../graph/graph';
import { MAXIMUM_STEPS } from '../model/limits';
import type { CheckedFlow } from './checked-flow';
import type { Counter } from './counters';
import { roundsUntil } from './rounds';

/** Whether a counter ends every stay in a loop that comes by its counting widgets and its splits again and again. */
export type LoopBound =
  /** It does, at these splits. */
  | { readonly kind: 'holds'; readonly testing: ReadonlySet<string> }
  /** It may; `why` that cannot be told ends a sentence. */
  | { readonly kind: 'unclear'; readonly why: string }
  /** It would, but Studio ends the execution before; `steps` is the least that it takes. */
  | { readonly kind: 'late'; readonly path: string; readonly steps: number }
  | { readonly kind: 'none' };

/** What a counter does for a knot of a flow. */
export function boundOf(flow: CheckedFlow, counter: Counter, knot: Graph): LoopBound {
  const isInside = (name: string): boolean => knot.leaving.has(name);
  const tests = [...counter.tests.keys()].filter(isInside);
  const isCounted = [...counter.steps.keys(), ...counter.unclear].some(isInside);
  const isReset = [...counter.resetting].some((name) => isInside(name) && !counter.unclear.has(name));
  if (tests.length === 0 || !isCounted || isReset) return { kind: 'none' };
  return strongest(tests.map((split) => boundAt(flow, counter, knot, split)));
}

/** What is known best of several bounds of one knot: that one holds, or else that one may. */
export function strongest(bounds: readonly LoopBound[]): LoopBound {
  const testing = bounds.flatMap((bound) => (bound.kind === 'holds' ? [...bound.testing] : []));
  if (testing.length > 0) return { kind: 'holds', testing: new Set(testing) };
  const bound = bounds.find(({ kind }) => kind === 'unclear') ?? bounds.find(({ kind }) => kind === 'late');
  return bound ?? { kind: 'none' };
}

function boundAt(flow: CheckedFlow, counter: Counter, knot: Graph, split: string): LoopBound {
  const rounds = roundsUntil(flow, counter, knot, split);
  if (rounds === 'never') return { kind: 'none' };
  if (typeof rounds === 'string') return { kind: 'unclear', why: rounds };
  const steps = rounds * shortestRound(counter, knot);
  if (steps > MAXIMUM_STEPS) return { kind: 'late', path: counter.path, steps };
  return { kind: 'holds', testing: new Set([split]) };
}

/** Widgets that a round takes at least: a longer way round may be taken too, which is not looked at. */
function shortestRound({ steps }: Counter, knot: Graph): number {
  let shortest = knot.nodes.length + 1;
  for (const name of steps.keys()) {
    shortest = Math.min(shortest, shortestCycle(knot, name, shortest)?.length ?? shortest);
  }
  return shortest - 1;
}
