import type { Edge } from './explore';

/** An order in which every edge leads forward; or edges that go round. */
export type TopologicalOrder =
  | { readonly ok: true; readonly order: readonly number[] }
  | { readonly ok: false; readonly round: readonly Edge[] };

/** Kahn's algorithm; what is left when it stops goes in circles. Edges from nowhere (-1) count for nothing. */
export function topologicalOrder(
  count: number,
  leaving: ReadonlyMap<number, readonly Edge[]>,
): TopologicalOrder {
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
function roundIn(
  incoming: readonly number[],
  leaving: ReadonlyMap<number, readonly Edge[]>,
): readonly Edge[] {
  const stuck = new Set(incoming.flatMap((arrows, id) => (arrows > 0 ? [id] : [])));
  const before = new Map<number, number>();
  for (const [from, edges] of leaving) {
    for (const { to } of edges) if (stuck.has(from) && stuck.has(to)) before.set(to, from);
  }
  const walked = new Set<number>();
  let [id] = stuck;
  while (id !== undefined && !walked.has(id)) {
    walked.add(id);
    id = before.get(id);
  }
  return id === undefined ? [] : shortestRound(id, leaving);
}

/** The shortest way from a state back to itself. */
function shortestRound(id: number, leaving: ReadonlyMap<number, readonly Edge[]>): readonly Edge[] {
  const reached = new Set<number>();
  let ways = (leaving.get(id) ?? []).map((edge) => [edge]);
  while (ways.length > 0) {
    const longer: Edge[][] = [];
    for (const way of ways) {
      const last = way.at(-1);
      if (last === undefined || reached.has(last.to)) continue;
      if (last.to === id) return way;
      reached.add(last.to);
      for (const edge of leaving.get(last.to) ?? []) longer.push([...way, edge]);
    }
    ways = longer;
  }
  return [];
}
