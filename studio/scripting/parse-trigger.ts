import type { Trigger, TriggerKind } from '../model/execution';
import { isJsonObject, type Json, type JsonObject } from '../model/json';
import { type ParsedPart, unknownKeys, wrong } from './parsed-part';

/** How a script begins: by a door of the flow, or inside another flow. */
interface Begun {
  readonly trigger: Trigger;
  readonly parent: JsonObject | null;
}

const KINDS: readonly TriggerKind[] = ['call', 'message', 'conversation', 'request'];
const EXAMPLE = '{"call": {"From": "+14155550100", "To": "+14155550199"}}';

/**
 * Reads `trigger`: exactly one of `call`, `message`, `conversation` and `request`; with `parent` it is what the parent began with,
 * and may be left out. A flow with a parent comes in by `incomingParent`.
 */
export function parseTrigger(json: Json | undefined): ParsedPart<Begun> {
  if (!isJsonObject(json)) return wrong(`"trigger" must say how the flow begins, such as ${EXAMPLE}`);
  const [unknown] = unknownKeys(json, [...KINDS, 'parent']);
  if (unknown !== undefined) {
    return wrong(`"trigger": there is no "${unknown}", only ${[...KINDS, 'parent'].join(', ')}`);
  }
  const kinds = KINDS.filter((kind) => json[kind] !== undefined);
  const hasParent = json['parent'] !== undefined;
  if (kinds.length > 1 || (kinds.length === 0 && !hasParent)) {
    return wrong(`"trigger" must have exactly one of ${KINDS.join(', ')}, such as ${EXAMPLE}`);
  }
  const kind = kinds[0] ?? 'request';
  const parameters = json[kind] ?? {};
  if (!isJsonObject(parameters)) return wrong(`"trigger": "${kind}" must be an object, such as ${EXAMPLE}`);
  const trigger: Trigger = { kind, parameters };
  if (!hasParent) return { ok: true, part: { trigger, parent: null } };
  const { parent } = json;
  if (!isJsonObject(parent))
    return wrong('"trigger": "parent" must be an object: {"parameters": {"to": "+1…"}}');
  return { ok: true, part: { trigger, parent: { parameters: {}, trigger_type: kind, ...parent } } };
}
