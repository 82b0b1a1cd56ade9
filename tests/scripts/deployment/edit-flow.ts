import type { FlowDefinition, State, Transition } from '../../../studio/model/flow-definition';
import type { JsonObject } from '../../../studio/model/json';

/** A copy of a flow with one widget changed. Throws when there is no such widget: the test would show nothing. */
export function withWidget(
  flow: FlowDefinition,
  name: string,
  change: (state: State) => State,
): FlowDefinition {
  if (!flow.states.some((state) => state.name === name)) throw new Error(`No widget is named "${name}"`);
  return { ...flow, states: flow.states.map((state) => (state.name === name ? change(state) : state)) };
}

/** A copy of a flow with properties of one widget set. */
export function withProperties(flow: FlowDefinition, name: string, properties: JsonObject): FlowDefinition {
  return withWidget(flow, name, (state) => ({
    ...state,
    properties: { ...state.properties, ...properties },
  }));
}

/** A copy of a flow in which the arrows of a widget that `isMeant` names lead elsewhere. */
export function withArrow(
  flow: FlowDefinition,
  name: string,
  isMeant: (arrow: Transition) => boolean,
  next: string,
): FlowDefinition {
  return withWidget(flow, name, (state) => ({
    ...state,
    transitions: state.transitions.map((arrow) => (isMeant(arrow) ? { ...arrow, next } : arrow)),
  }));
}

/** A copy of a flow with widgets added. */
export function withStates(flow: FlowDefinition, ...states: readonly State[]): FlowDefinition {
  return { ...flow, states: [...flow.states, ...states] };
}

/** Picks the arrow of an event; for `match` the one whose condition has the value. */
export function on(event: string, value?: string): (arrow: Transition) => boolean {
  return (arrow) => arrow.event === event && (value === undefined || arrow.conditions?.[0]?.value === value);
}
