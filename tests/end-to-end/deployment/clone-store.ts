import type { Store } from '../../../scripts/emulator/store';

/** A copy that shares nothing that can change: one deployed account serves many cases. */
export function cloneStore(store: Store): Store {
  return clone(store, new Map());
}

/** A thing that is met twice is one thing in the copy too. */
function clone<T>(value: T, copies: Map<unknown, unknown>): T;
function clone(value: unknown, copies: Map<unknown, unknown>): unknown {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (value instanceof Map) return cloneMap(value, copies);
  if (value instanceof Set) return new Set(value);
  if (Array.isArray(value)) return cloneArray(value, copies);
  const copy: Record<string, unknown> = {};
  copies.set(value, copy);
  for (const [key, part] of Object.entries(value)) copy[key] = clone(part, copies);
  return copy;
}

function cloneMap(map: ReadonlyMap<unknown, unknown>, copies: Map<unknown, unknown>): unknown {
  const copy = new Map<unknown, unknown>();
  copies.set(map, copy);
  for (const [key, part] of map) copy.set(key, clone(part, copies));
  return copy;
}

function cloneArray(list: readonly unknown[], copies: Map<unknown, unknown>): unknown {
  const copy: unknown[] = [];
  copies.set(list, copy);
  for (const part of list) copy.push(clone(part, copies));
  return copy;
}
