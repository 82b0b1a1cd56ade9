import { assertNever } from '../model/assert-never';
import { speechSeconds } from '../model/speech-seconds';
import type { Wait } from '../model/wait';
import type { Choice } from './choice';
import type { Edge, Exploration } from './explore';
import { verifyFunctionOf } from './verify-functions';

/** The most that one call can come to, each figure by a call of its own. */
export interface Cost {
  readonly steps: number;
  /** Seconds on the line, with speech at our speed (studio/model/speech-seconds.ts) and functions as slow as they may be. */
  readonly seconds: number;
  /** Codes that Verify may have been asked to send. */
  readonly texts: number;
  readonly functionCalls: number;
}

/** The longest calls; or a round that only Studio's limits would end, as the states it goes through. */
export type CostResult =
  { readonly ok: true; readonly cost: Cost } | { readonly ok: false; readonly round: readonly number[] };

/** A Function has 10 seconds (https://www.twilio.com/docs/studio/widget-library/run-function). */
const FUNCTION_SECONDS = 10;

const FREE: Cost = { steps: 0, seconds: 0, texts: 0, functionCalls: 0 };

/** Finds the longest ways through an exploration. There are such only if no state leads back to itself. */
export function longestCalls({ nodes, edges }: Exploration): CostResult {
  const leaving = new Map<number, Edge[]>();
  for (const edge of edges) {
    const ways = leaving.get(edge.from);
    if (ways === undefined) leaving.set(edge.from, [edge]);
    else ways.push(edge);
  }
  const order = topologicalOrder(nodes.length, leaving);
  if (!order.ok) return order;
  const costs = new Map<number, Cost>();
  for (const id of order.order.reverse()) {
    const wait = nodes[id]?.execution.wait ?? null;
    const ways = (leaving.get(id) ?? []).map((edge) => add(costOf(edge, wait), costs.get(edge.to) ?? FREE));
    costs.set(id, ways.reduce(most, FREE));
  }
  const [start] = edges;
  return {
    ok: true,
    cost: start === undefined ? FREE : add(costOf(start, null), costs.get(start.to) ?? FREE),
  };
}

function costOf({ choice, steps }: Edge, wait: Wait | null): Cost {
  const isRequest = wait?.kind === 'function' || wait?.kind === 'http';
  const isAnswer = choice?.input.kind === 'request-result';
  return {
    steps,
    seconds: wait === null || choice === null ? 0 : secondsAt(wait, choice),
    texts: wait !== null && choice !== null && mayHaveSent(wait, choice) ? 1 : 0,
    functionCalls: isRequest && isAnswer ? 1 : 0,
  };
}

/** Whatever is not a plain refusal may have sent a text: no answer, an answer that cannot be read. */
function mayHaveSent(wait: Wait, { input }: Choice): boolean {
  if (wait.kind !== 'function' || input.kind !== 'request-result') return false;
  if (verifyFunctionOf(wait.request.url) !== 'start') return false;
  if (!('body' in input.result)) return true;
  return !/"status":"(invalid_number|unreachable|rate_limited|error)"/.test(input.result.body);
}

function secondsAt(wait: Wait, { input }: Choice): number {
  switch (wait.kind) {
    case 'speech':
      return speechSeconds(wait.speech);
    case 'keys': {
      const pauses = input.kind === 'keys' ? input.digits.length + 1 : 1;
      return speechSeconds(wait.prompt) + pauses * wait.timeoutSeconds;
    }
    case 'function':
    case 'http':
      return FUNCTION_SECONDS;
    // How long somebody outside takes, nobody here knows.
    case 'message':
    case 'outside':
      return 0;
    case 'reply':
      return wait.timeoutSeconds;
    default:
      return assertNever(wait);
  }
}

function add(one: Cost, other: Cost): Cost {
  return combine(one, other, (a, b) => a + b);
}

function most(one: Cost, other: Cost): Cost {
  return combine(one, other, Math.max);
}

function combine(one: Cost, other: Cost, by: (a: number, b: number) => number): Cost {
  return {
    steps: by(one.steps, other.steps),
    seconds: by(one.seconds, other.seconds),
    texts: by(one.texts, other.texts),
    functionCalls: by(one.functionCalls, other.functionCalls),
  };
}

type Order =
  { readonly ok: true; readonly order: number[] } | { readonly ok: false; readonly round: number[] };

/** Kahn's algorithm; what is left when it stops goes in circles. */
function topologicalOrder(count: number, leaving: ReadonlyMap<number, readonly Edge[]>): Order {
  const incoming = new Array<number>(count).fill(0);
  for (const edges of leaving.values())
    for (const { from, to } of edges) if (from >= 0) incoming[to] = (incoming[to] ?? 0) + 1;
  const order: number[] = [];
  const ready = incoming.flatMap((arrows, id) => (arrows === 0 ? [id] : []));
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    order.push(id);
    for (const { to } of leaving.get(id) ?? []) {
      const left = (incoming[to] ?? 0) - 1;
      incoming[to] = left;
      if (left === 0) ready.push(to);
    }
  }
  if (order.length === count) return { ok: true, order };
  return { ok: false, round: roundIn(incoming, leaving) };
}

/** Some round among the states that were never ready: from any of them, one that was not ready either leads back. */
function roundIn(incoming: readonly number[], leaving: ReadonlyMap<number, readonly Edge[]>): number[] {
  const stuck = new Set(incoming.flatMap((arrows, id) => (arrows > 0 ? [id] : [])));
  const before = new Map<number, number>();
  for (const [from, edges] of leaving) {
    for (const { to } of edges) if (stuck.has(from) && stuck.has(to)) before.set(to, from);
  }
  const walked: number[] = [];
  let [id] = stuck;
  while (id !== undefined && !walked.includes(id)) {
    walked.push(id);
    id = before.get(id);
  }
  return id === undefined ? walked.reverse() : walked.slice(walked.indexOf(id)).reverse();
}
