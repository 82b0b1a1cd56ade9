import type { Parameter } from './flow-definition';
import { isJsonObject, type Json, type JsonObject } from './json';

const known = new WeakMap<readonly unknown[], readonly Parameter[]>();

/**
 * The parameters of a property, in order; entries of another shape (which the parser reports) are left out. Definitions do not
 * change, so each property is read once.
 */
export function parametersOf(property: Json | undefined): readonly Parameter[] {
  if (!Array.isArray(property)) return [];
  const parameters = known.get(property) ?? read(property);
  known.set(property, parameters);
  return parameters;
}

function read(property: readonly unknown[]): Parameter[] {
  return property.flatMap((item: unknown) => {
    if (!isJsonObject(item)) return [];
    const { key, value } = item;
    if (typeof key !== 'string' || typeof value !== 'string') return [];
    const type = typeIn(item);
    return [type === undefined ? { key, value } : { key, value, type }];
  });
}

/** Twilio's texts name `parse_as_json` where the console writes a type: the two say the same. */
function typeIn({ type, parse_as_json: isJson }: JsonObject): string | undefined {
  if (isJson === true) return 'json_object';
  return typeof type === 'string' ? type : undefined;
}
