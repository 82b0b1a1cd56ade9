import type { FlowDefinition, State, Transition } from '../model/flow-definition';
import { parametersOf } from '../model/parameters';
import { readsOf } from './reads';

/** A variable, as the keys that lead to it: `widgets`, `ask_code`, `Digits`. */
export type VariableKeys = readonly string[];

/** For each widget, the variables that can still be read once it has been left, in a stable order. */
export type Liveness = ReadonlyMap<string, readonly VariableKeys[]>;

/**
 * Finds the variables that still matter after each widget, by the usual backward analysis. Two states of a call that differ
 * in nothing else behave alike, so that the exploration needs to visit only one of them. `returned` are the paths that
 * matter where a branch ends: what a subflow gives back.
 */
export function livenessOf(flow: FlowDefinition, returned: readonly string[]): Liveness {
  const states = new Map(flow.states.map((state) => [state.name, state]));
  const after = new Map<string, Set<string>>(flow.states.map((state) => [state.name, new Set()]));
  const reads = new Map(flow.states.map((state) => [state.name, readsOf(state)]));
  const before = (name: string): string[] => {
    const state = states.get(name);
    return state === undefined ? [] : [...(after.get(name) ?? []), ...(reads.get(name) ?? [])];
  };
  const grows = (state: State): boolean => {
    const live = after.get(state.name) ?? new Set();
    const size = live.size;
    const passedOn = arrowsOf(state).flatMap((transition) => {
      const next = transition.next === undefined ? returned : before(transition.next);
      return next.filter((path) => !isReplaced(path, state, transition));
    });
    for (const path of passedOn) live.add(path);
    return live.size > size;
  };
  // Every round adds something, and there are only so many variables.
  while (flow.states.filter(grows).length > 0);
  return new Map([...after].map(([name, live]) => [name, [...live].sort().map((path) => path.split('.'))]));
}

/** A widget may also leave by an event that its definition does not name, which ends the branch. */
function arrowsOf(state: State): readonly Transition[] {
  return [...state.transitions, { event: '' }];
}

/**
 * Whether leaving by this arrow gives the variable a new value, whatever happens. Only what is certain counts: Run Function
 * keeps keys that an answer lacks, and a gather keeps its digits when the time runs out.
 */
function isReplaced(path: string, state: State, { event }: Transition): boolean {
  const below = `widgets.${state.name}.`;
  if (state.type === 'gather-input-on-call') return event === 'keypress' && path === `${below}Digits`;
  if (state.type === 'run-subflow') return event === 'completed' && path.startsWith(below);
  if (state.type !== 'set-variables' || event !== 'next') return false;
  const keys = parametersOf(state.properties['variables']).map((pair) => pair.key);
  return keys.some((key) => path === `flow.variables.${key}` || path === below + key);
}
