import { turnedAround, withNodes, type Graph } from './graph';
import { pathTo } from './shortest-path';

/**
 * The knots of a graph: the largest groups of nodes in which each can get to each other and back, in document order. A
 * single node is one only if an arrow leads from it to itself. Every cycle lies inside exactly one knot. Takes time in
 * proportion to nodes and arrows: from whoever a walk leaves last, the arrows backwards lead to its own group only.
 */
export function knotsOf(graph: Graph): readonly (readonly string[])[] {
  const backwards = turnedAround(graph);
  const groupOf = new Map<string, string[]>();
  for (const last of leftInOrder(graph).reverse()) {
    if (groupOf.has(last)) continue;
    const group: string[] = [];
    const open = [last];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (groupOf.has(node)) continue;
      groupOf.set(node, group);
      for (const before of targetsOf(backwards, node)) open.push(before);
    }
  }
  for (const node of graph.nodes) groupOf.get(node)?.push(node);
  const groups = new Set(graph.nodes.flatMap((node) => [groupOf.get(node) ?? []]));
  return [...groups].filter(([first = '', second]) => second !== undefined || isLooped(graph, first));
}

/**
 * A shortest cycle through a node, from the node to itself; undefined when there is none. With `shorterThan`, only one with
 * fewer names than that is looked for.
 */
export function shortestCycle(
  graph: Graph,
  node: string,
  shorterThan = Infinity,
): readonly string[] | undefined {
  const cameFrom = new Map<string, string | null>([[node, null]]);
  const lengths = new Map([[node, 2]]);
  const queue = [node];
  for (const from of queue) {
    const length = lengths.get(from) ?? Infinity;
    if (length >= shorterThan) return undefined;
    for (const to of targetsOf(graph, from)) {
      if (to === node) return [...pathTo(from, cameFrom), node];
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, from);
      lengths.set(to, length + 1);
      queue.push(to);
    }
  }
  return undefined;
}

/** The part of a graph that lies inside a group of nodes. */
export function within(graph: Graph, nodes: readonly string[]): Graph {
  const members = new Set(nodes);
  return withNodes(graph, (node) => members.has(node));
}

/** Every node, in the order in which a walk that goes as deep as it can is done with it. */
function leftInOrder(graph: Graph): string[] {
  const seen = new Set<string>();
  const left: string[] = [];
  for (const start of graph.nodes) {
    const open = [{ node: start, isDone: false }];
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      if (step.isDone) left.push(step.node);
      if (step.isDone || seen.has(step.node)) continue;
      seen.add(step.node);
      open.push({ node: step.node, isDone: true });
      for (const to of targetsOf(graph, step.node)) open.push({ node: to, isDone: false });
    }
  }
  return left;
}

function isLooped(graph: Graph, node: string): boolean {
  return targetsOf(graph, node).includes(node);
}

function targetsOf(graph: Graph, node: string): readonly string[] {
  return (graph.leaving.get(node) ?? []).flatMap(({ to }) => to ?? []);
}
