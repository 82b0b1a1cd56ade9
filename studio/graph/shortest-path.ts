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

function pathTo(target: string, cameFrom: ReadonlyMap<string, string | null>): readonly string[] {
  const path: string[] = [];
  for (let node: string | null = target; node !== null; node = cameFrom.get(node) ?? null) path.unshift(node);
  return path;
}
