import type { Parameter } from './flow-definition';
import { isJsonObject, type Json } from './json';

/** The parameters of a property, in order; entries of another shape (which the parser reports) are left out. */
export function parametersOf(property: Json | undefined): readonly Parameter[] {
  if (!Array.isArray(property)) return [];
  return property.flatMap((item: unknown) => {
    if (!isJsonObject(item)) return [];
    const { key, value, type } = item;
    if (typeof key !== 'string' || typeof value !== 'string') return [];
    return [typeof type === 'string' ? { key, value, type } : { key, value }];
  });
}
