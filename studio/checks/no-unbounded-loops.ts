import { knotsOf, shortestCycle, within } from '../graph/cycles';
import { arrowsOf, withArrows, withNodes, type Graph } from '../graph/graph';
import { MAXIMUM_CONSECUTIVE_RUNS, MAXIMUM_STEPS } from '../model/limits';
import { error, warning, type Check, type Finding } from './check';
import { placeOf, type CheckedFlow } from './checked-flow';
import { countersOf, type Counter } from './counters';
import { boundOf, strongest, type LoopBound } from './loop-bounds';

/** Types that need nobody to go on. */
const MACHINES = ['make-http-request', 'run-function', 'send-message', 'set-variables', 'split-based-on'];

/** Groups of widgets that are looked at in one knot of a flow; more, which no real flow has come near, are reported. */
const MAXIMUM_KNOTS = 500;

/** Loops without a bound that are reported of one knot. */
const MAXIMUM_LOOPS = 10;

/** Widgets of a knot from which a short way round is looked for: it is an example, and need not be the shortest. */
const MAXIMUM_TRIES = 100;

/** Widgets of a way round that a sentence names. */
const MAXIMUM_NAMES = 12;

/** A group of widgets that an execution can go round in, and what is known of its end. */
interface Loop {
  readonly knot: readonly string[];
  readonly bound: LoopBound;
}

/** One search through a knot: the groups that were looked at already, and the loops among them. */
interface Search {
  readonly flow: CheckedFlow;
  readonly counters: readonly Counter[];
  readonly explored: Set<string>;
  readonly loops: Loop[];
  isCutShort: boolean;
}

/**
 * Every loop has a bound of its own: a variable that is counted on it, tested by a split on it that leaves it on the side
 * where the count gets to, and not reset on it. Otherwise only Studio's limits end it, in the middle of a call. A round that
 * takes a message from the contact is paced by a person and needs none. A loop that nothing at all can leave is an error, any
 * other a warning, also one of which it cannot be told.
 */
export const noUnboundedLoops: Check = (flow) => {
  const unpaced = withArrows(
    withNodes(flow.graph, (name) => flow.reachable.has(name)),
    ({ from, event }) => !flow.byName.get(from)?.analysis.replies?.includes(event),
  );
  const others = withArrows(unpaced, ({ from, to }) => from !== to);
  const counters = countersOf(flow);
  return [
    ...selfLoops(flow, unpaced),
    ...knotsOf(others).flatMap((knot) => findingsIn(flow, within(others, knot), counters)),
  ];
};

function findingsIn(flow: CheckedFlow, knot: Graph, counters: readonly Counter[]): readonly Finding[] {
  const search: Search = { flow, counters, explored: new Set(), loops: [], isCutShort: false };
  explore(search, knot);
  const findings = search.loops.map((loop) => report(flow, knot, loop));
  if (!search.isCutShort) return findings;
  const place = flow.byName.get(knot.nodes[0] ?? '')?.place ?? '#';
  return [
    ...findings,
    warning(
      place,
      `cannot tell of every loop among ${wayOf(knot.nodes, ', ')} whether it has a bound: more than ${MAXIMUM_LOOPS} have none, or there are more than ${MAXIMUM_KNOTS} ways to count or not; count the rounds in one variable, on every way round`,
    ),
  ];
}

/**
 * Finds the groups of widgets that an execution can go round in for ever: where a counter bounds the whole knot, whoever stays
 * in it for ever must avoid the widgets that count it or the splits that test it.
 */
function explore(search: Search, knot: Graph): void {
  const { explored, loops } = search;
  const key = knot.nodes.join('\n');
  if (explored.has(key)) return;
  if (explored.size >= MAXIMUM_KNOTS || loops.length >= MAXIMUM_LOOPS) {
    search.isCutShort = true;
    return;
  }
  explored.add(key);
  const [counter, bound] = boundIn(search, knot);
  if (counter === undefined || bound.kind !== 'holds') {
    loops.push({ knot: knot.nodes, bound });
    return;
  }
  for (const avoided of [counter.steps, bound.testing]) {
    const rest = withNodes(knot, (name) => !avoided.has(name));
    for (const smaller of knotsOf(rest)) explore(search, within(rest, smaller));
  }
}

/** The first counter that bounds a knot; without one, the best that is known of any. */
function boundIn({ flow, counters }: Search, knot: Graph): readonly [Counter | undefined, LoopBound] {
  const weaker: LoopBound[] = [];
  for (const counter of counters) {
    const bound = boundOf(flow, counter, knot);
    if (bound.kind === 'holds') return [counter, bound];
    weaker.push(bound);
  }
  return [undefined, strongest(weaker)];
}

function selfLoops(flow: CheckedFlow, graph: Graph): readonly Finding[] {
  return arrowsOf(graph)
    .filter(({ from, to }) => from === to)
    .map((arrow) =>
      warning(
        placeOf(flow, arrow),
        `"${arrow.event}" leads from "${arrow.from}" straight back to it, and Studio ends an execution that runs a widget ${MAXIMUM_CONSECUTIVE_RUNS} times in a row: count the rounds in a variable and leave by a split`,
      ),
    );
}

function report(flow: CheckedFlow, graph: Graph, { knot, bound }: Loop): Finding {
  const cycle = shortCycle(within(graph, knot)) ?? knot;
  const place = flow.byName.get(cycle[0] ?? '')?.place ?? '#';
  const way = wayOf(cycle, ' → ');
  return canBeLeft(flow, knot)
    ? warning(place, boundless(way, bound))
    : error(
        place,
        `nothing leads out of the loop ${way}: it runs until Studio ends it after ${MAXIMUM_STEPS} steps; wire a way out`,
      );
}

function boundless(way: string, bound: LoopBound): string {
  if (bound.kind === 'unclear') {
    return `cannot tell whether the loop ${way} ends, as ${bound.why}: count with "plus: 1", and leave by a split from a number on`;
  }
  return bound.kind === 'late'
    ? `the loop ${way} is left by the count of "${bound.path}" after ${bound.steps} steps or more, and Studio ends the execution after ${MAXIMUM_STEPS}: leave it earlier`
    : `nothing bounds the loop ${way}: count its rounds with a variable and leave by a split, or Studio ends the execution after ${MAXIMUM_STEPS} steps`;
}

function shortCycle(knot: Graph): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  for (const name of knot.nodes.slice(0, MAXIMUM_TRIES)) {
    best = shortestCycle(knot, name, best?.length) ?? best;
  }
  return best;
}

function wayOf(names: readonly string[], between: string): string {
  if (names.length <= MAXIMUM_NAMES) return names.join(between);
  const more = `(${names.length - MAXIMUM_NAMES} more)`;
  return [...names.slice(0, MAXIMUM_NAMES - 1), more, ...names.slice(-1)].join(between);
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
