import type { FlowDefinition, State, Transition } from '../../../studio/model/flow-definition';
import { isJsonObject } from '../../../studio/model/json';
import type { Json, JsonObject } from '../../../studio/model/json';

/** What a widget, or a flow around its widgets, is made of: one text for each thing that a person could change. */
export type NamedValues = ReadonlyMap<string, string>;

/** A flow without its widgets. */
export function valuesOfFlow({ description, initial_state: first, flags }: FlowDefinition): NamedValues {
  return new Map([
    ['description', description],
    ['first widget', first],
    ['concurrent calls', String(flags?.allow_concurrent_calls ?? true)],
  ]);
}

/**
 * A widget: properties by path (`say`, `parameters.to`), its place on the canvas as one value, and each arrow by its
 * event and condition (`on match equal_to approved`).
 */
export function valuesOfWidget({ type, properties, transitions }: State): NamedValues {
  const values = new Values();
  values.add('type', type);
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'offset' && isJsonObject(value)) values.add('position', positionOf(value));
    else addJson(values, key, value);
  }
  for (const transition of transitions) addTransition(values, transition);
  return values.byName;
}

/** The `match` arrows of a split in the order in which they are tried. */
export function matchOrder({ transitions }: State): readonly string[] {
  return transitions.filter(({ event }) => event === 'match').map(nameOfArrow);
}

/** Two things may have one name: the second gets a number. */
class Values {
  readonly byName = new Map<string, string>();

  add(name: string, value: string): void {
    let free = name;
    for (let count = 2; this.byName.has(free); count += 1) free = `${name} (${String(count)})`;
    this.byName.set(free, value);
  }
}

function addJson(values: Values, name: string, json: Json): void {
  if (isJsonObject(json)) {
    for (const [key, value] of Object.entries(json)) addJson(values, `${name}.${key}`, value);
  } else if (Array.isArray(json)) {
    json.forEach((item: Json, index) => addItem(values, name, item, index));
  } else {
    values.add(name, typeof json === 'string' ? json : JSON.stringify(json));
  }
}

/** Parameters and variables are known by their key, everything else by its number. */
function addItem(values: Values, name: string, item: Json, index: number): void {
  if (!isJsonObject(item) || typeof item['key'] !== 'string') {
    addJson(values, `${name}.${String(index)}`, item);
    return;
  }
  const { key, value, ...others } = item;
  addJson(values, `${name}.${key}`, value ?? '');
  for (const [other, its] of Object.entries(others)) addJson(values, `${name}.${key}.${other}`, its);
}

function addTransition(values: Values, transition: Transition): void {
  const name = nameOfArrow(transition);
  values.add(name, transition.next ?? '(the end)');
  for (const condition of transition.conditions ?? []) {
    values.add(`${name}, tests`, condition.arguments.join(', '));
    values.add(`${name}, label`, condition.friendly_name);
  }
}

function nameOfArrow({ event, conditions }: Transition): string {
  const tests = conditions?.map(({ type, value }) => `${type} ${value ?? ''}`.trim()) ?? [];
  return ['on', event, ...tests].join(' ');
}

function positionOf({ x, y }: JsonObject): string {
  return `${JSON.stringify(x)}, ${JSON.stringify(y)}`;
}
