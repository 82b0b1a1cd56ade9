import type { FlowDefinition } from '../model/flow-definition';

/** One transition of a flow, seen as an arrow. */
export interface Arrow {
  readonly from: string;
  readonly event: string;
  /** The widget it leads to; null where the branch ends. */
  readonly to: string | null;
  /** Position among the transitions of its widget (`match` arrows share their event); null for an event that has none. */
  readonly index: number | null;
}

/** A flow without what its widgets do: names and arrows, both in document order. */
export interface Graph {
  readonly nodes: readonly string[];
  /** Arrows by the widget they leave; every node has an entry. */
  readonly leaving: ReadonlyMap<string, readonly Arrow[]>;
}

/** The graph of a flow definition. */
export function graphOf(flow: FlowDefinition): Graph {
  return graphFrom(
    flow.states.map((state) => state.name),
    flow.states.flatMap((state) =>
      state.transitions.map(({ event, next }, index) => ({
        from: state.name,
        event,
        to: next ?? null,
        index,
      })),
    ),
  );
}

/** A graph of nodes and arrows; an arrow to or from a node that is not there is left out. */
export function graphFrom(nodes: readonly string[], arrows: readonly Arrow[]): Graph {
  const leaving = new Map<string, Arrow[]>(nodes.map((node) => [node, []]));
  for (const arrow of arrows) {
    if (arrow.to === null || leaving.has(arrow.to)) leaving.get(arrow.from)?.push(arrow);
  }
  return { nodes, leaving };
}

/** Every arrow of a graph. */
export function arrowsOf(graph: Graph): readonly Arrow[] {
  return graph.nodes.flatMap((node) => graph.leaving.get(node) ?? []);
}

/** The graph with only the arrows that are wanted. */
export function withArrows(graph: Graph, isWanted: (arrow: Arrow) => boolean): Graph {
  return graphFrom(graph.nodes, arrowsOf(graph).filter(isWanted));
}

/** The graph with only some of its nodes, and the arrows between them. */
export function withNodes(graph: Graph, isWanted: (node: string) => boolean): Graph {
  const nodes = graph.nodes.filter(isWanted);
  return graphFrom(
    nodes,
    nodes.flatMap((node) => graph.leaving.get(node) ?? []),
  );
}

/** The graph with every arrow pointing the other way; ends are left out. */
export function turnedAround(graph: Graph): Graph {
  const turned = arrowsOf(graph).flatMap((arrow) =>
    arrow.to === null ? [] : [{ ...arrow, from: arrow.to, to: arrow.from }],
  );
  return graphFrom(graph.nodes, turned);
}
