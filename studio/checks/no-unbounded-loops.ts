import { knotsOf, shortestCycle, within } from '../graph/cycles';
import { arrowsOf, withArrows, withNodes, type Graph } from '../graph/graph';
import { MAXIMUM_CONSECUTIVE_RUNS, MAXIMUM_STEPS } from '../model/limits';
import { error, warning, type Check, type Finding } from './check';
import type { CheckedFlow } from './checked-flow';
import { countersOf, type Counter } from './counters';

/** Types that need nobody to go on. */
const MACHINES = ['make-http-request', 'run-function', 'send-message', 'set-variables', 'split-based-on'];

/** Groups of widgets that are looked at in one flow; more, which no real flow has come near, are taken to be bounded. */
const MAXIMUM_KNOTS = 500;

/**
 * Every loop has a bound of its own: a variable that is counted on it, tested by a split on it that can leave it, and not
 * reset on it. Otherwise only Studio's limits end it, in the middle of a call. A round that takes a message from the contact
 * is paced by a person and needs none. A loop that nothing at all can leave is an error, any other a warning.
 */
export const noUnboundedLoops: Check = (flow) => {
  const unpaced = withArrows(
    withNodes(flow.graph, (name) => flow.reachable.has(name)),
    ({ from, event }) => !flow.byName.get(from)?.analysis.replies?.includes(event),
  );
  const others = withArrows(unpaced, ({ from, to }) => from !== to);
  const counters = countersOf(flow);
  const explored = new Set<string>();
  const unbounded = knotsOf(others).flatMap((knot) =>
    unboundedKnots(within(others, knot), others, counters, explored),
  );
  return [...selfLoops(flow, unpaced), ...unbounded.map((knot) => report(flow, others, knot))];
};

/**
 * The groups of widgets that an execution can go round in for ever: where a counter bounds the whole knot, whoever stays
 * in it for ever must avoid the widgets that count it or the splits that test it.
 */
function unboundedKnots(
  knot: Graph,
  all: Graph,
  counters: readonly Counter[],
  explored: Set<string>,
): (readonly string[])[] {
  const key = knot.nodes.join('\n');
  if (explored.has(key) || explored.size >= MAXIMUM_KNOTS) return [];
  explored.add(key);
  const counter = counters.find((candidate) => bounds(candidate, knot, all));
  if (counter === undefined) return [knot.nodes];
  return [counter.counting, counter.testing].flatMap((avoided) => {
    const rest = withNodes(knot, (name) => !avoided.has(name));
    return knotsOf(rest).flatMap((smaller) => unboundedKnots(within(rest, smaller), all, counters, explored));
  });
}

function bounds(counter: Counter, knot: Graph, all: Graph): boolean {
  const has = (names: ReadonlySet<string>): boolean => knot.nodes.some((name) => names.has(name));
  const leaves = ({ to }: { readonly to: string | null }): boolean => to === null || !knot.leaving.has(to);
  const isTested = knot.nodes.some(
    (name) => counter.testing.has(name) && (all.leaving.get(name) ?? []).some(leaves),
  );
  return has(counter.counting) && isTested && !has(counter.resetting);
}

function selfLoops(flow: CheckedFlow, graph: Graph): readonly Finding[] {
  return arrowsOf(graph)
    .filter(({ from, to }) => from === to)
    .map(({ from, event, index }) =>
      warning(
        `${flow.byName.get(from)?.place ?? '#'}/transitions/${index}`,
        `"${event}" leads from "${from}" straight back to it, and Studio ends an execution that runs a widget ${MAXIMUM_CONSECUTIVE_RUNS} times in a row: count the rounds in a variable and leave by a split`,
      ),
    );
}

function report(flow: CheckedFlow, graph: Graph, knot: readonly string[]): Finding {
  const cycle = smallestCycle(within(graph, knot)) ?? knot;
  const place = flow.byName.get(cycle[0] ?? '')?.place ?? '#';
  const way = cycle.join(' → ');
  if (!canBeLeft(flow, knot)) {
    return error(
      place,
      `nothing leads out of the loop ${way}: it runs until Studio ends it after ${MAXIMUM_STEPS} steps; wire a way out`,
    );
  }
  return warning(
    place,
    `nothing bounds the loop ${way}: count its rounds with a variable and leave by a split, or Studio ends the execution after ${MAXIMUM_STEPS} steps`,
  );
}

function smallestCycle(knot: Graph): readonly string[] | undefined {
  const cycles = knot.nodes.flatMap((name) => [shortestCycle(knot, name) ?? []]);
  return cycles.sort((one, other) => one.length - other.length)[0];
}

/** Whether an arrow leads out of a knot, or somebody may end it: by hanging up, or in a widget whose work is done outside. */
function canBeLeft(flow: CheckedFlow, knot: readonly string[]): boolean {
  const members = new Set(knot);
  return knot.some((name) => {
    const type = flow.byName.get(name)?.state.type ?? '';
    const arrows = flow.graph.leaving.get(name) ?? [];
    return !MACHINES.includes(type) || arrows.some(({ to }) => to === null || !members.has(to));
  });
}
