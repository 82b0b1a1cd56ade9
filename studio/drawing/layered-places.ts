import { arrowsOf, graphOf, type Arrow, type Graph } from '../graph/graph';
import type { FlowDefinition, State } from '../model/flow-definition';
import { CARD, wantedWidth } from './card';
import type { Place } from './place';

const GAP = { across: 60, down: 150 } as const;

/**
 * Sets widgets out in layers: each as many rows down as the longest way to it has steps, not counting arrows that lead back;
 * each row in the order of what leads there. Widgets that nothing leads to begin at the top.
 */
export function layeredPlaces(flow: FlowDefinition): readonly Place[] {
  const rows = rowsOf(flow);
  const arrows = arrowsOf(graphOf(flow));
  const places = new Map<string, Place>();
  for (let row = 0; row <= Math.max(...rows.values()); row += 1) {
    const members = flow.states
      .filter(({ name }) => rows.get(name) === row)
      .map((state) => ({ state, wish: wishOf(state, arrows, places) }));
    placeRow(row * (CARD.height + GAP.down), members, places);
  }
  return flow.states.map(({ name }) => places.get(name) ?? { x: 0, y: 0 });
}

/** The row of every widget, by name. */
function rowsOf(flow: FlowDefinition): ReadonlyMap<string, number> {
  const graph = graphOf(flow);
  const order = topDown(graph, flow.initial_state);
  const position = new Map(order.map((name, index) => [name, index]));
  const rows = new Map(order.map((name) => [name, 0]));
  for (const from of order) {
    for (const { to } of graph.leaving.get(from) ?? []) {
      if (to === null || (position.get(to) ?? 0) <= (position.get(from) ?? 0)) continue;
      rows.set(to, Math.max(rows.get(to) ?? 0, (rows.get(from) ?? 0) + 1));
    }
  }
  return rows;
}

/** All widgets, each before those it leads to, but for arrows that close a loop. No recursion: a flow may be long. */
function topDown(graph: Graph, first: string): readonly string[] {
  const leftLast: string[] = [];
  const seen = new Set<string>();
  const open = [...graph.nodes.toReversed(), first].map((node) => ({ node, isDone: false }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, isDone } = next;
    if (isDone) leftLast.push(node);
    if (isDone || seen.has(node)) continue;
    seen.add(node);
    open.push({ node, isDone: true });
    const targets = (graph.leaving.get(node) ?? []).flatMap(({ to }) => to ?? []);
    open.push(...targets.reverse().map((target) => ({ node: target, isDone: false })));
  }
  return leftLast.reverse();
}

/** The middle of what is above and leads to a widget. */
function wishOf(state: State, arrows: readonly Arrow[], places: ReadonlyMap<string, Place>): number {
  const above = arrows.filter(({ to }) => to === state.name).flatMap(({ from }) => places.get(from) ?? []);
  return above.reduce((sum, { x }) => sum + x, 0) / Math.max(1, above.length);
}

/** Sets one row out, each card as near to its wish as the others allow. */
function placeRow(
  y: number,
  members: readonly { readonly state: State; readonly wish: number }[],
  places: Map<string, Place>,
): void {
  const ordered = members.toSorted((one, other) => one.wish - other.wish);
  let end = -Infinity;
  let lean = 0;
  const centres = ordered.map(({ state, wish }) => {
    const half = (wantedWidth(state) + GAP.across) / 2;
    const centre = Math.max(wish, end + half);
    end = centre + half;
    lean += (centre - wish) / ordered.length;
    return { state, centre };
  });
  // Each was only pushed to the right, so the row as a whole moves back.
  for (const { state, centre } of centres) places.set(state.name, { x: centre - lean, y });
}
