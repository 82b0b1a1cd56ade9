import type { FlowDefinition } from '../../../../studio/model/flow-definition';
import { isJsonObject, type JsonObject } from '../../../../studio/model/json';

/** A definition as the JSON object that it is, in a copy of its own. */
export function jsonOf(definition: FlowDefinition): JsonObject {
  const copy: unknown = JSON.parse(JSON.stringify(definition));
  return isJsonObject(copy) ? copy : {};
}
