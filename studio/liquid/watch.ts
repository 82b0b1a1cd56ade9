import { isJsonObject, type Json, type JsonObject } from '../model/json';
import { isUncertain, openName, originsOf, type Origin } from '../model/unknown';

/** Notes every unknown value that is read. */
export interface Watch {
  readonly read: Map<string, Origin>;
}

/**
 * The same value, with a note made of every unknown text that is read in it, and of every object of which not all keys are
 * known. What is rendered without such a note would have been the same whatever the unknown values are.
 */
function watched(value: Json, watch: Watch): Json {
  if (typeof value === 'string') {
    for (const origin of originsOf(value)) note(watch, origin);
    return value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (isUncertain(value)) noteOpen(value, watch);
  return proxyOf(value, watch);
}

/** The variables of a template under watch. */
export function watchedScope(scope: JsonObject, watch: Watch): JsonObject {
  return proxyOf(scope, watch);
}

const handlers = new WeakMap<Watch, ProxyHandler<object>>();

/** One handler serves all objects of a watch. */
function proxyOf<Value extends object>(value: Value, watch: Watch): Value {
  const handler = handlers.get(watch) ?? handlerFor(watch);
  handlers.set(watch, handler);
  return new Proxy<Value>(value, handler);
}

function handlerFor(watch: Watch): ProxyHandler<object> {
  return {
    // A key that is missing is noted where it is looked for: liquidjs asks first whether an object has it. Of every object that
    // passes by it asks for names of JavaScript's own as well, which is no reading.
    get: (target, key) => {
      const found: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol' || typeof found === 'function') return found;
      return isJson(found) ? watched(found, watch) : found;
    },
    has: (target, key) => {
      noteOpen(target, watch);
      return Reflect.has(target, key);
    },
    ownKeys: (target) => {
      noteOpen(target, watch);
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor: (target, key) => {
      if (!Object.hasOwn(target, key)) noteOpen(target, watch);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  };
}

function isJson(value: unknown): value is Json {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}

function noteOpen(value: unknown, watch: Watch): void {
  const name = isJsonObject(value) ? openName(value) : undefined;
  if (name !== undefined) note(watch, { name, characters: Infinity });
}

function note({ read }: Watch, origin: Origin): void {
  read.set(origin.name, { name: origin.name, characters: Infinity });
}
