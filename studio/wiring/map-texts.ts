import { isJsonObject } from '../model/json';
import type { FlowDefinition, State } from '../model/flow-definition';
import type { Json, JsonObject } from '../model/json';
import { placeBelow } from '../model/place-below';

/** Where a text stands in a definition. */
export interface TextPlace {
  readonly widget: string;
  /** JSON pointer, 0-based: `#/states/3/properties/url`. */
  readonly place: string;
}

/** Gives the text that belongs at a place instead of the one that is there. */
export type Rewrite = (text: string, at: TextPlace) => string;

/**
 * A copy of a definition with every text of every widget's properties rewritten, however deep it stands. Keys, order
 * and everything outside `properties` stay as they are.
 */
export function mapTexts(definition: FlowDefinition, rewrite: Rewrite): FlowDefinition {
  const states = definition.states.map((state, index): State => {
    const rewriteHere = (text: string, place: string): string =>
      rewrite(text, { widget: state.name, place: `#/states/${index}/properties${place}` });
    return { ...state, properties: mapObject(state.properties, '', rewriteHere) };
  });
  return { ...definition, states };
}

type RewriteAt = (text: string, place: string) => string;

function mapObject(object: JsonObject, place: string, rewrite: RewriteAt): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, mapValue(value, placeBelow(place, key), rewrite)]),
  );
}

function mapValue(value: Json, place: string, rewrite: RewriteAt): Json {
  if (typeof value === 'string') return rewrite(value, place);
  if (typeof value !== 'object' || value === null) return value;
  if (isJsonObject(value)) return mapObject(value, place, rewrite);
  return value.map((item, index) => mapValue(item, `${place}/${index}`, rewrite));
}
