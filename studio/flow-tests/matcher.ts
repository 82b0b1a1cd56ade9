import { isJsonObject, type Json, type JsonObject } from '../model/json';

/** What can stand for a value instead of the value itself. */
export type Matcher =
  | { readonly kind: 'any' }
  | { readonly kind: 'regex'; readonly source: string }
  | { readonly kind: 'contains'; readonly content: Json };

/** The matcher that an object of one key with a dollar sign is: `$any`, `$regex`, `$contains`. Undefined for other values. */
export function matcherOf(expected: Json): Matcher | undefined {
  if (!isJsonObject(expected)) return undefined;
  const [[key, content] = ['', null], ...others] = Object.entries(expected);
  if (others.length > 0) return undefined;
  if (key === '$any') return { kind: 'any' };
  if (key === '$contains') return { kind: 'contains', content };
  return key === '$regex' && typeof content === 'string' ? { kind: 'regex', source: content } : undefined;
}

/** Whether a value is what is expected: the same JSON, but for what matchers leave open. */
export function matches(expected: Json, actual: Json | undefined): boolean {
  if (actual === undefined) return false;
  const matcher = matcherOf(expected);
  if (matcher !== undefined) return fits(matcher, actual);
  if (isList(expected)) return isList(actual) && sameList(expected, actual);
  if (isJsonObject(expected)) return isJsonObject(actual) && sameObject(expected, actual);
  return expected === actual;
}

/** Tells a list from every other JSON value. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function fits(matcher: Matcher, actual: Json): boolean {
  if (matcher.kind === 'any') return true;
  if (matcher.kind === 'regex') return typeof actual === 'string' && new RegExp(matcher.source).test(actual);
  const { content } = matcher;
  if (typeof content === 'string') return typeof actual === 'string' && actual.includes(content);
  if (isList(content)) return isList(actual) && hasInOrder(content, actual);
  return isJsonObject(content) && isJsonObject(actual) && hasKeys(content, actual);
}

function hasInOrder(wanted: readonly Json[], actual: readonly Json[]): boolean {
  let found = 0;
  for (const item of actual) {
    const next = wanted[found];
    if (next !== undefined && matches(next, item)) found += 1;
  }
  return found === wanted.length;
}

function hasKeys(wanted: JsonObject, actual: JsonObject): boolean {
  return Object.entries(wanted).every(
    ([key, value]) => Object.hasOwn(actual, key) && matches(value, actual[key]),
  );
}

function sameList(expected: readonly Json[], actual: readonly Json[]): boolean {
  return expected.length === actual.length && expected.every((item, index) => matches(item, actual[index]));
}

function sameObject(expected: JsonObject, actual: JsonObject): boolean {
  return Object.keys(expected).length === Object.keys(actual).length && hasKeys(expected, actual);
}
