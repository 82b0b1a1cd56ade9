import type { FlowDefinition, State, Transition } from '../../../studio/model/flow-definition';
import { arrowName, withTransition, type Mutation } from './mutant';

/** Every arrow led to every other widget, cut off, and (for the branch of a split) left out altogether. */
export function mutateTransitions(flow: FlowDefinition): Mutation[] {
  const names = flow.states.map((state) => state.name);
  return flow.states.flatMap((state) =>
    state.transitions.flatMap((arrow, place) => [
      ...retargeted(flow, state, place, arrow, names),
      ...removed(flow, state, place, arrow),
    ]),
  );
}

function retargeted(
  flow: FlowDefinition,
  state: State,
  place: number,
  arrow: Transition,
  names: readonly string[],
): Mutation[] {
  return names
    .filter((name) => name !== arrow.next)
    .map((next) => ({
      kind: 'transition-retargeted',
      widget: state.name,
      description: `${arrowName(state, arrow)}: leads to ${next}, not ${arrow.next ?? '(end)'}`,
      definition: withTransition(flow, state, place, { ...arrow, next }),
    }));
}

function removed(flow: FlowDefinition, state: State, place: number, arrow: Transition): Mutation[] {
  const { next, ...unwired } = arrow;
  const name = arrowName(state, arrow);
  const mutations: Mutation[] = [];
  if (next !== undefined) {
    mutations.push({
      kind: 'transition-removed',
      widget: state.name,
      description: `${name}: leads nowhere, not to ${next}`,
      definition: withTransition(flow, state, place, unwired),
    });
  }
  if (arrow.conditions !== undefined) {
    mutations.push({
      kind: 'transition-removed',
      widget: state.name,
      description: `${name}: the branch is gone`,
      definition: withTransition(flow, state, place, null),
    });
  }
  return mutations;
}
