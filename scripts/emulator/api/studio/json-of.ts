import type { FlowDefinition } from '../../../../studio/model/flow-definition';
import type { JsonObject } from '../../../../studio/model/json';

/** A definition as the JSON object that it is. */
export function jsonOf(definition: FlowDefinition): JsonObject {
  return { ...definition, states: definition.states.map((state) => ({ ...state })) };
}
