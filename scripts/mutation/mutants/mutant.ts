import type { FlowDefinition, State, Transition } from '../../../studio/model/flow-definition';

/** What a mutation changes. */
export const MUTATION_KINDS = [
  'transition-retargeted',
  'transition-removed',
  'condition-type',
  'condition-value',
  'condition-argument',
  'counter-limit',
  'variable-value',
  'parameter-value',
] as const;

/** One of `MUTATION_KINDS`. */
export type MutationKind = (typeof MUTATION_KINDS)[number];

/** A flow with exactly one mistake in it. */
export interface Mutation {
  readonly kind: MutationKind;
  /** The widget that has the mistake. */
  readonly widget: string;
  /** One line that names the widget, and what was there and what is. */
  readonly description: string;
  readonly definition: FlowDefinition;
}

/** A flow with another state in place of the one of the same name. */
export function withState(flow: FlowDefinition, changed: State): FlowDefinition {
  return {
    ...flow,
    states: flow.states.map((state) => (state.name === changed.name ? changed : state)),
  };
}

/** A flow in which one arrow of a state, by its place, is another; or is gone. */
export function withTransition(
  flow: FlowDefinition,
  state: State,
  place: number,
  changed: Transition | null,
): FlowDefinition {
  const transitions = state.transitions.flatMap((transition, index) => {
    if (index !== place) return [transition];
    return changed === null ? [] : [changed];
  });
  return withState(flow, { ...state, transitions });
}

/** A widget's arrow for people: `verify_status, match "approved"`. */
export function arrowName(state: State, { event, conditions }: Transition): string {
  const [condition] = conditions ?? [];
  if (condition === undefined) return `${state.name}, ${event}`;
  return `${state.name}, ${event} ${condition.type} "${condition.value ?? ''}"`;
}

/** A text for a description: in quotes, and not longer than a line bears. */
export function quoted(text: string): string {
  return text.length > 60 ? `"${text.slice(0, 57)}…"` : `"${text}"`;
}
