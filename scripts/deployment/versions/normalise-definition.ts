import type { FlowDefinition, State, Transition } from '../../../studio/model/flow-definition';

/**
 * The same flow in one order: widgets by name; of the transitions of a widget first those of `match`, which are tried in
 * their own order, then the others by event. The console writes both in no stable order, and nothing depends on it.
 * Everything else stays, offsets too; the order of keys is left to `stableJson`.
 */
export function normaliseDefinition(definition: FlowDefinition): FlowDefinition {
  const states = definition.states.map((state): State => ({
    ...state,
    transitions: [...state.transitions].sort(byEvent),
  }));
  return { ...definition, states: states.sort((a, b) => compare(a.name, b.name)) };
}

/** Array.prototype.sort is stable: two of `match` keep their order. */
function byEvent(a: Transition, b: Transition): number {
  if (a.event === b.event) return 0;
  if (a.event === 'match') return -1;
  if (b.event === 'match') return 1;
  return compare(a.event, b.event);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
