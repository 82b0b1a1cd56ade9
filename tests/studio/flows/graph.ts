import { parametersOf } from '../../../studio/model/parameters';
import type { FlowDefinition, State, Transition } from '../../../studio/model/flow-definition';

/** An arrow with the widget that it leaves. */
export interface Arrow {
  readonly from: string;
  readonly transition: Transition;
}

/** The widget of that name; a test that asks for one that is not there is wrong. */
export function stateNamed(flow: FlowDefinition, name: string): State {
  const state = flow.states.find((candidate) => candidate.name === name);
  if (state === undefined) throw new Error(`The flow has no widget "${name}"`);
  return state;
}

/** Every arrow of a flow, wired or not. */
export function arrowsOf(flow: FlowDefinition): readonly Arrow[] {
  return flow.states.flatMap((state) =>
    state.transitions.map((transition) => ({ from: state.name, transition })),
  );
}

/** The names of all widgets that a call can get to from `start` without `avoided` arrows. */
export function reachableFrom(
  flow: FlowDefinition,
  start: string,
  avoided: (arrow: Arrow) => boolean = () => false,
): ReadonlySet<string> {
  const arrows = arrowsOf(flow).filter((arrow) => !avoided(arrow));
  const seen = new Set<string>();
  const open = [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const { from, transition } of arrows) {
      if (from === name && transition.next !== undefined) open.push(transition.next);
    }
  }
  return seen;
}

/** The keys and templates that a set-variables widget sets. */
export function variablesOf(state: State): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parametersOf(state.properties['variables']).map(({ key, value }) => [key, value]),
  );
}

/** The value that a `match` arrow asks for; undefined for any other arrow. */
export function matchedValue(transition: Transition): string | undefined {
  return transition.conditions?.[0]?.value;
}

/** Every text in a definition's widgets, however deep. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
