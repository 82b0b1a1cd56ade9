import { isJsonObject, type JsonObject } from './json';

/** The old object with the keys of the new one; objects under the same key are put together too. */
export function mergedDeeply(old: JsonObject, added: JsonObject): JsonObject {
  const entries = Object.entries(added).map(([key, value]) => {
    const before = old[key];
    return [key, isJsonObject(before) && isJsonObject(value) ? mergedDeeply(before, value) : value] as const;
  });
  return { ...old, ...Object.fromEntries(entries) };
}
