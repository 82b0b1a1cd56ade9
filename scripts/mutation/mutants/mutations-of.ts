import type { FlowDefinition } from '../../../studio/model/flow-definition';
import { mutateConditions } from './mutate-conditions';
import { mutateParameters, mutateVariables } from './mutate-pairs';
import { mutateTransitions } from './mutate-transitions';
import type { Mutation } from './mutant';

/** Every flow that differs from a flow in one place, in a stable order. */
export function mutationsOf(flow: FlowDefinition): Mutation[] {
  return [
    ...mutateTransitions(flow),
    ...mutateConditions(flow),
    ...mutateVariables(flow),
    ...mutateParameters(flow),
  ];
}
