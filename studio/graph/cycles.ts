import { arrowsOf, graphFrom, withNodes, type Graph } from './graph';
import { reachableFrom } from './reachable';
import { shortestPath } from './shortest-path';

/**
 * The knots of a graph: the largest groups of nodes in which each can get to each other and back, in document order. A
 * single node is one only if an arrow leads from it to itself. Every cycle lies inside exactly one knot.
 */
export function knotsOf(graph: Graph): readonly (readonly string[])[] {
  const done = new Set<string>();
  const backwards = turnedAround(graph);
  const knots: (readonly string[])[] = [];
  for (const node of graph.nodes) {
    if (done.has(node)) continue;
    const after = reachableFrom(graph, [node]);
    const before = reachableFrom(backwards, [node]);
    const knot = graph.nodes.filter((other) => after.has(other) && before.has(other));
    knot.forEach((member) => done.add(member));
    if (knot.length > 1 || isLooped(graph, node)) knots.push(knot);
  }
  return knots;
}

/** A shortest cycle through a node, from the node to itself; undefined when there is none. */
export function shortestCycle(graph: Graph, node: string): readonly string[] | undefined {
  const paths = (graph.leaving.get(node) ?? []).flatMap(({ to }) => {
    const back = to === null ? undefined : shortestPath(graph, to, node);
    return back === undefined ? [] : [[node, ...back]];
  });
  return paths.reduce<readonly string[] | undefined>(
    (best, path) => (best === undefined || path.length < best.length ? path : best),
    undefined,
  );
}

/** The part of a graph that lies inside a group of nodes. */
export function within(graph: Graph, nodes: readonly string[]): Graph {
  const members = new Set(nodes);
  return withNodes(graph, (node) => members.has(node));
}

function isLooped(graph: Graph, node: string): boolean {
  return (graph.leaving.get(node) ?? []).some(({ to }) => to === node);
}

function turnedAround(graph: Graph): Graph {
  const turned = arrowsOf(graph).flatMap((arrow) =>
    arrow.to === null ? [] : [{ ...arrow, from: arrow.to, to: arrow.from }],
  );
  return graphFrom(graph.nodes, turned);
}
