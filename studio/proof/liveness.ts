import type { FlowDefinition, State, Transition } from '../model/flow-definition';
import { parametersOf } from '../model/parameters';
import { readsOf, type VariablePath } from './reads';

/** For each widget, the variables that can still be read while it waits or once it has been left, in a stable order. */
export type Liveness = ReadonlyMap<string, readonly VariablePath[]>;

/**
 * Finds the variables that still matter at each widget, by the usual backward analysis. Two states of a call that differ
 * in nothing else behave alike, so that the exploration needs to visit only one of them. `returned` are the paths that
 * matter where a branch ends: what a subflow gives back.
 */
export function livenessOf(flow: FlowDefinition, returned: readonly VariablePath[]): Liveness {
  const states = new Map(flow.states.map((state) => [state.name, state]));
  const after = new Map<string, Map<string, VariablePath>>(
    flow.states.map((state) => [state.name, new Map()]),
  );
  const reads = new Map(flow.states.map((state) => [state.name, readsOf(state)]));
  const before = (name: string): VariablePath[] => {
    const state = states.get(name);
    return state === undefined ? [] : [...(after.get(name)?.values() ?? []), ...(reads.get(name) ?? [])];
  };
  const grows = (state: State): boolean => {
    const live = after.get(state.name) ?? new Map<string, VariablePath>();
    const size = live.size;
    for (const transition of arrowsOf(state)) {
      const next = transition.next === undefined ? returned : before(transition.next);
      for (const path of next) if (!isReplaced(path, state, transition)) live.set(JSON.stringify(path), path);
    }
    return live.size > size;
  };
  // Every round adds something, and there are only so many variables.
  while (flow.states.filter(grows).length > 0);
  return new Map(flow.states.map(({ name }) => [name, inOrder(before(name))]));
}

/** What the parents read of a subflow's variables, by way of the widgets that run it. */
export function readOfSubflow(parent: FlowDefinition): VariablePath[] {
  const runs = parent.states.filter(({ type }) => type === 'run-subflow').map(({ name }) => name);
  return parent.states.flatMap(readsOf).flatMap(([root, widget, ...keys]) => {
    if ((root !== undefined && root !== 'widgets') || (widget !== undefined && !runs.includes(widget)))
      return [];
    return [['flow', 'variables', ...keys]];
  });
}

function inOrder(paths: readonly VariablePath[]): VariablePath[] {
  const byText = new Map(paths.map((path) => [JSON.stringify(path), path]));
  return [...byText.keys()].sort().flatMap((text) => {
    const path = byText.get(text);
    return path === undefined ? [] : [path];
  });
}

/** A widget may also leave by an event that its definition does not name, which ends the branch. */
function arrowsOf(state: State): readonly Transition[] {
  return [...state.transitions, { event: '' }];
}

/**
 * Whether leaving by this arrow gives the variable a new value, whatever happens. Only what is certain counts: Run Function
 * keeps keys that an answer lacks, and a gather may keep its digits when the time runs out.
 */
function isReplaced(path: VariablePath, state: State, { event }: Transition): boolean {
  const isOwn = path[0] === 'widgets' && path[1] === state.name;
  switch (state.type) {
    case 'gather-input-on-call':
      return isOwn && (event === 'keypress' || event === 'speech');
    case 'run-subflow':
      return isOwn && event === 'completed';
    case 'set-variables':
      return event === 'next' && (isOwn || isSet(path, state));
    default:
      return false;
  }
}

function isSet([root, variables, key]: VariablePath, { properties }: State): boolean {
  if (root !== 'flow' || variables !== 'variables') return false;
  return parametersOf(properties['variables']).some((pair) => pair.key === key);
}
