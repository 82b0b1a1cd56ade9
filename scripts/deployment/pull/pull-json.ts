import type { FlowDefinition, State, Transition } from '../../../studio/model/flow-definition';
import { isJsonObject, type Json, type JsonObject } from '../../../studio/model/json';

/** Columns of a line, as `.prettierrc.json` has it. */
const WIDTH = 110;

/**
 * A definition as the text of a flow file: what `existing` has too stands in the same order, so that the difference to
 * that file shows what was edited and nothing else; what is new stands in the console's order. Formatted as Prettier does
 * it.
 */
export function flowFileText(definition: FlowDefinition, existing: FlowDefinition | null): string {
  const json = consoleJson(existing === null ? definition : arrangedLike(definition, existing));
  const ordered = existing === null ? json : withKeysLike(json, consoleJson(existing));
  return `${print(ordered, '', 0)}\n`;
}

/** Widgets and exclusive arrows in the order of another definition, new ones last. Nothing that a flow does depends on it. */
function arrangedLike(definition: FlowDefinition, existing: FlowDefinition): FlowDefinition {
  const names = existing.states.map(({ name }) => name);
  const states = definition.states.map((state): State => {
    const like = existing.states.find(({ name }) => name === state.name);
    return like === undefined ? state : { ...state, transitions: sortedBy(state.transitions, rankIn(like)) };
  });
  return { ...definition, states: sortedBy(states, ({ name }) => rank(names.indexOf(name))) };
}

/** All `match` arrows have one rank: their own order decides which is taken. */
function rankIn(like: State): (transition: Transition) => number {
  const events = like.transitions.map(({ event }) => event);
  return ({ event }) => rank(events.indexOf(event));
}

function rank(index: number): number {
  return index < 0 ? Number.MAX_SAFE_INTEGER : index;
}

/** Stable. */
function sortedBy<Item>(items: readonly Item[], rankOf: (item: Item) => number): Item[] {
  return [...items].sort((a, b) => rankOf(a) - rankOf(b));
}

/** Keys in the order in which the console exports them. */
function consoleJson({ description, states, initial_state, flags }: FlowDefinition): JsonObject {
  return {
    description,
    states: states.map(({ name, type, transitions, properties }): JsonObject => ({
      name,
      type,
      transitions: transitions.map(({ next, event, conditions }): JsonObject => ({
        ...(next !== undefined && { next }),
        event,
        ...(conditions !== undefined && { conditions: conditions.map((condition) => ({ ...condition })) }),
      })),
      properties,
    })),
    initial_state,
    ...(flags !== undefined && { flags: { ...flags } }),
  };
}

/** The same JSON; keys that `like` has too come first, in its order. */
function withKeysLike(json: Json, like: Json | undefined): Json {
  if (isJsonObject(json)) {
    const model = isJsonObject(like) ? like : {};
    const keys = [...Object.keys(model).filter((key) => Object.hasOwn(json, key)), ...Object.keys(json)];
    return Object.fromEntries(
      [...new Set(keys)].map((key) => [key, withKeysLike(json[key] ?? null, model[key])]),
    );
  }
  if (!isArray(json)) return json;
  const models = isArray(like) ? like : [];
  return json.map((item, index) =>
    withKeysLike(item, models.find((model) => isSameThing(item, model)) ?? models[index]),
  );
}

/** Widgets are known by name, parameters by key, arrows by event. */
function isSameThing(a: Json, b: Json): boolean {
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const identity = ['name', 'key', 'event'].find((key) => typeof a[key] === 'string');
  return identity !== undefined && a[identity] === b[identity];
}

/** `column` is where the value begins. */
function print(json: Json, indent: string, column: number): string {
  const inner = `${indent}  `;
  if (isJsonObject(json)) {
    const entries = Object.entries(json).map(([key, value]) => {
      const label = `${JSON.stringify(key)}: `;
      return inner + label + print(value, inner, inner.length + label.length);
    });
    return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
  }
  if (!isArray(json)) return JSON.stringify(json);
  const items = json.map((item) => print(item, inner, inner.length));
  const line = `[${items.join(', ')}]`;
  // The comma that may follow counts.
  if (!line.includes('\n') && column + line.length + 1 <= WIDTH) return line;
  return `[\n${items.map((item) => inner + item).join(',\n')}\n${indent}]`;
}

/** `Array.isArray` loses the type of a read-only array. */
function isArray(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}
