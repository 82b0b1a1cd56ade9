import type { Graph } from './graph';

/** A path with the fewest arrows, both ends included; undefined when none leads there. */
export function shortestPath(graph: Graph, start: string, target: string): readonly string[] | undefined {
  const cameFrom = new Map<string, string | null>([[start, null]]);
  const queue = [start];
  for (const node of queue) {
    if (node === target) return pathTo(node, cameFrom);
    for (const { to } of graph.leaving.get(node) ?? []) {
      if (to === null || cameFrom.has(to)) continue;
      cameFrom.set(to, node);
      queue.push(to);
    }
  }
  return undefined;
}

/** The way that a search went: back from its end by whom it came from, to the start, which came from nobody. */
export function pathTo(target: string, cameFrom: ReadonlyMap<string, string | null>): readonly string[] {
  const path: string[] = [];
  for (let node: string | null = target; node !== null; node = cameFrom.get(node) ?? null) path.push(node);
  return path.reverse();
}
