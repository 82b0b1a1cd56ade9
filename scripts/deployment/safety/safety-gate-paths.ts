import { graphFrom, type Arrow } from '../../../studio/graph/graph';
import { shortestPath } from '../../../studio/graph/shortest-path';
import type { FlowDefinition, State, Transition } from '../../../studio/model/flow-definition';

/** What has to happen on the way to a widget: one of some widgets runs, and a split finds that its result is `approved`. */
export interface Guard {
  /** The widgets whose result counts; running any of them makes every earlier result stale. */
  readonly runs: readonly string[];
  /** The event by which they leave with a result. */
  readonly event: string;
  /** The template that gives the result of one of them: `{{widgets.run_verify.status}}`. */
  readonly result: (run: string) => string;
}

/** No result yet or a stale one; the result of one widget, not looked at; looked at, and approved. */
type Standing = 'none' | 'approved' | `ran ${string}`;

/**
 * A shortest path from the start of a flow to a widget on which the guard does not hold when the widget is reached, both
 * ends included; null when there is none. Arrows are all taken to be possible, whatever is said in their conditions.
 */
export function unguardedPath(flow: FlowDefinition, guard: Guard, target: string): readonly string[] | null {
  const standings: Standing[] = ['none', 'approved', ...guard.runs.map((run): Standing => `ran ${run}`)];
  const nodes = standings.flatMap((standing) => flow.states.map(({ name }) => nodeOf(standing, name)));
  const arrows = standings.flatMap((standing) =>
    flow.states.flatMap((state) => arrowsOf(state, standing, guard)),
  );
  const graph = graphFrom(nodes, arrows);
  const start = nodeOf('none', flow.initial_state);
  const paths = standings
    .filter((standing) => standing !== 'approved')
    .flatMap((standing) => {
      const path = shortestPath(graph, start, nodeOf(standing, target));
      return path === undefined ? [] : [path.map(widgetOf)];
    });
  return paths.reduce<readonly string[] | null>(
    (best, path) => (best === null || path.length < best.length ? path : best),
    null,
  );
}

/** Templates are the same when they differ in blanks only. */
export function isSameTemplate(a: unknown, b: string): boolean {
  return typeof a === 'string' && a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
}

function arrowsOf(state: State, standing: Standing, guard: Guard): Arrow[] {
  return state.transitions.flatMap((transition, index) =>
    transition.next === undefined
      ? []
      : [
          {
            from: nodeOf(standing, state.name),
            event: transition.event,
            to: nodeOf(standingAfter(standing, state, transition, guard), transition.next),
            index,
          },
        ],
  );
}

function standingAfter(standing: Standing, state: State, arrow: Transition, guard: Guard): Standing {
  if (guard.runs.includes(state.name)) return arrow.event === guard.event ? `ran ${state.name}` : 'none';
  const approves = guard.runs.some(
    (run) => standing === `ran ${run}` && findsApproved(state, arrow, guard.result(run)),
  );
  return approves ? 'approved' : standing;
}

/**
 * Whether an arrow is taken only when a result is `approved`. What a split tests stands in `input` and in `arguments`, and
 * Studio does not say which one it looks at, nor what several conditions on one arrow mean: so both have to agree, and one
 * condition has to do.
 */
function findsApproved(state: State, arrow: Transition, result: string): boolean {
  const [condition, ...others] = arrow.conditions ?? [];
  if (state.type !== 'split-based-on' || arrow.event !== 'match') return false;
  if (condition === undefined || others.length > 0 || condition.arguments.length !== 1) return false;
  return (
    condition.type === 'equal_to' &&
    condition.value === 'approved' &&
    isSameTemplate(condition.arguments[0], result) &&
    isSameTemplate(state.properties['input'], result)
  );
}

/** No standing and no name of a widget that Studio takes has a line break in it. */
function nodeOf(standing: Standing, widget: string): string {
  return `${standing}\n${widget}`;
}

function widgetOf(node: string): string {
  return node.slice(node.indexOf('\n') + 1);
}
