import type { Parameter } from './flow-definition';
import { isJsonObject, type Json } from './json';

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
    const { key, value, type } = item;
    if (typeof key !== 'string' || typeof value !== 'string') return [];
    return [typeof type === 'string' ? { key, value, type } : { key, value }];
  });
}
