import { turnedAround, type Graph } from './graph';

/** All nodes that can be got to from some starts, the starts themselves included. */
export function reachableFrom(graph: Graph, starts: Iterable<string>): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...starts].filter((start) => graph.leaving.has(start));
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const { to } of graph.leaving.get(node) ?? []) {
      if (to !== null) open.push(to);
    }
  }
  return seen;
}

/** All nodes that can be got to from a node by at least one arrow: itself only if a cycle leads back to it. */
export function reachableAfter(graph: Graph, node: string): ReadonlySet<string> {
  const next = (graph.leaving.get(node) ?? []).flatMap(({ to }) => to ?? []);
  return reachableFrom(graph, next);
}

/** What `reachableAfter` tells, asked for many nodes of one graph: each is worked out once. */
export function afterEachNode(graph: Graph): (node: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (node) => {
    const after = known.get(node) ?? reachableAfter(graph, node);
    known.set(node, after);
    return after;
  };
}

/** All nodes from which at least one arrow leads to a node, asked for many nodes of one graph. */
export function beforeEachNode(graph: Graph): (node: string) => ReadonlySet<string> {
  return afterEachNode(turnedAround(graph));
}
