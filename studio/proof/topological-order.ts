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
function roundIn(incoming: readonly number[], leaving: ReadonlyMap<number, readonly Edge[]>): Edge[] {
  const stuck = new Set(incoming.flatMap((arrows, id) => (arrows > 0 ? [id] : [])));
  const before = new Map<number, Edge>();
  for (const [from, edges] of leaving) {
    for (const edge of edges) if (stuck.has(from) && stuck.has(edge.to)) before.set(edge.to, edge);
  }
  const walked: number[] = [];
  const edges: Edge[] = [];
  let [id] = stuck;
  while (id !== undefined && !walked.includes(id)) {
    walked.push(id);
    const edge = before.get(id);
    if (edge === undefined) return [];
    edges.push(edge);
    id = edge.from;
  }
  const start = walked.indexOf(id ?? -1);
  return edges.slice(start).reverse();
}
