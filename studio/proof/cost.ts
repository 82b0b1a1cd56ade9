import { runningFrame } from '../interpreter/context';
import type { Execution } from '../model/execution';
import type { Choice } from './choice';
import { durationAt } from './duration';
import type { Edge, Exploration, Node } from './explore';
import { topologicalOrder } from './topological-order';

/** The most that one call can come to, each figure by a call of its own. */
export interface Cost {
  readonly steps: number;
  /** Seconds on the line, with speech at our speed (studio/model/speech-seconds.ts) and functions as slow as they may be. */
  readonly seconds: number;
  /** Codes that Verify may have been asked to send. */
  readonly texts: number;
  readonly functionCalls: number;
  /** What may take longer than `seconds` tells, one sentence each. */
  readonly besides: readonly string[];
}

/** The longest calls, and the one of most steps; or a round that only Studio's limits would end. */
export type CostResult =
  | { readonly ok: true; readonly cost: Cost; readonly mostSteps: readonly Edge[] }
  | { readonly ok: false; readonly round: readonly Edge[] };

/** What one way costs, without the sentences. */
type Figures = Omit<Cost, 'besides'>;

const FREE: Figures = { steps: 0, seconds: 0, texts: 0, functionCalls: 0 };

/** Finds the longest ways through an exploration. There are such only if no state leads back to itself. */
export function longestCalls({ nodes, edges }: Exploration): CostResult {
  const leaving = waysFrom(edges);
  const order = topologicalOrder(nodes.length, leaving);
  if (!order.ok) return order;
  const besides = new Set<string>();
  const costs = new Map<number, Figures>();
  const costFrom = (id: number): Figures =>
    (leaving.get(id) ?? [])
      .map((edge) => add(costOf(edge, nodes[id], besides), costs.get(edge.to) ?? FREE))
      .reduce(most, FREE);
  for (const id of [...order.order].reverse()) costs.set(id, costFrom(id));
  return {
    ok: true,
    cost: { ...costFrom(START), besides: [...besides].sort() },
    mostSteps: wayOfMostSteps(leaving, costs),
  };
}

/** The dearest of several kinds of call. */
export function dearest(costs: readonly Cost[]): Cost {
  return {
    ...costs.reduce<Figures>(most, FREE),
    besides: [...new Set(costs.flatMap(({ besides }) => besides))].sort(),
  };
}

/** Where the edges come from that start a call. */
const START = -1;

function waysFrom(edges: readonly Edge[]): ReadonlyMap<number, readonly Edge[]> {
  const leaving = new Map<number, Edge[]>();
  for (const edge of edges) {
    const ways = leaving.get(edge.from);
    if (ways === undefined) leaving.set(edge.from, [edge]);
    else ways.push(edge);
  }
  return leaving;
}

function wayOfMostSteps(
  leaving: ReadonlyMap<number, readonly Edge[]>,
  costs: ReadonlyMap<number, Figures>,
): Edge[] {
  const stepsBy = ({ steps, to }: Edge): number => steps + (costs.get(to)?.steps ?? 0);
  const way: Edge[] = [];
  for (let ways = leaving.get(START); ways !== undefined;) {
    const best = ways.reduce((one, other) => (stepsBy(other) > stepsBy(one) ? other : one));
    way.push(best);
    ways = leaving.get(best.to);
  }
  return way;
}

function costOf({ choice, steps }: Edge, node: Node | undefined, besides: Set<string>): Figures {
  const execution = node?.execution;
  return {
    steps,
    seconds: execution === undefined || choice === null ? 0 : secondsOf(execution, choice, besides),
    texts: choice?.mayHaveTexted === true ? 1 : 0,
    functionCalls: choice?.input.kind === 'request-result' ? 1 : 0,
  };
}

function secondsOf(execution: Execution, choice: Choice, besides: Set<string>): number {
  const { wait } = execution;
  if (wait === null || choice.input.kind === 'hang-up') return 0;
  const { seconds, besides: besidesHere } = durationAt(runningFrame(execution).widget, wait, choice);
  for (const sentence of besidesHere) besides.add(sentence);
  return seconds;
}

function add(one: Figures, other: Figures): Figures {
  return combine(one, other, (a, b) => a + b);
}

function most(one: Figures, other: Figures): Figures {
  return combine(one, other, Math.max);
}

function combine(one: Figures, other: Figures, by: (a: number, b: number) => number): Figures {
  return {
    steps: by(one.steps, other.steps),
    seconds: by(one.seconds, other.seconds),
    texts: by(one.texts, other.texts),
    functionCalls: by(one.functionCalls, other.functionCalls),
  };
}
