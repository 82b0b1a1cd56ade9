import { withNodes, type Graph } from './graph';
import { reachableFrom } from './reachable';

/**
 * Whether every path from a start to a target goes through one of the nodes `via` (the start and the target count as
 * part of the path). True when there is no path at all.
 */
export function everyPathPasses(
  graph: Graph,
  start: string,
  target: string,
  via: ReadonlySet<string>,
): boolean {
  return !reachableAvoiding(graph, start, via).has(target);
}

/** All nodes that can be got to from a start without going through any node of `avoided`. */
export function reachableAvoiding(
  graph: Graph,
  start: string,
  avoided: ReadonlySet<string>,
): ReadonlySet<string> {
  return reachableFrom(
    withNodes(graph, (node) => !avoided.has(node)),
    [start],
  );
}
