import type { FlowDefinition, State } from '../../model/flow-definition';
import type { Json, JsonObject } from '../../model/json';
import type { KeysShape } from '../../model/unknown';
import { pathsRead } from './paths-read';
import { literalsIn } from './literals';

/** Stands for any code: a script writes the right one in its place where that is what is needed. */
export const ANY_CODE = '405060';

/** What may stand for unknown values when a call is looked for that really happens. */
export interface Candidates {
  readonly callers: readonly string[];
  readonly texts: readonly string[];
  readonly keys: (shape: KeysShape) => Iterable<string>;
  /** What a widget may leave: each object has one text in one place that the flows read, or in all of them. */
  readonly objectsBelow: (path: readonly string[]) => JsonObject[];
}

const CALLERS = [
  '+14155550100',
  'anonymous',
  '+266696687',
  '',
  // Of a German number the end is a number in another country.
  '+494155550100',
  '+4915112345678',
  '+34911234567',
  'sip:alice@example.com',
  'client:alice',
];

const TEXTS = ['yes', 'true', '1', '', 'something else', '+14155559999'];

/** Somebody else's number, as somebody may key it in: in full, and without its country. */
const NUMBERS_AS_KEYS = ['14155559999', '4155559999'];

/** Collects candidates from what flows compare with. */
export function candidatesFor(flows: readonly FlowDefinition[]): Candidates {
  const literals = literalsIn(flows);
  const texts = [...new Set([...literals, ...TEXTS])];
  const read = flows.flatMap((flow) => flow.states).flatMap((state: State) => pathsRead(state));
  return {
    texts,
    callers: [...new Set([...CALLERS, ...literals.flatMap(callersLike)])],
    keys: (shape) => keysOf(shape, literals),
    objectsBelow: (path) => objectsBelow(path, read, texts),
  };
}

function callersLike(literal: string): string[] {
  if (/^\+\d{1,6}$/.test(literal)) return [`${literal}4155550100`, `${literal}15112345678`.slice(0, 14)];
  return /^\+\d{7,15}$/.test(literal) || literal.includes(':')
    ? [literal, `${literal}alice@example.com`]
    : [];
}

function* keysOf({ maximum, finishOnKey }: KeysShape, literals: readonly string[]): Generator<string> {
  const fits = (keys: string): boolean =>
    /^[0-9*#]+$/.test(keys) && keys.length <= maximum && !(finishOnKey !== '' && keys.includes(finishOnKey));
  yield* [ANY_CODE, '5', ...literals, ...NUMBERS_AS_KEYS].filter(fits);
  yield* ['*', '#'].filter(fits);
  for (let length = 1; length <= Math.min(4, maximum); length += 1)
    for (let number = 0; number < 10 ** length; number += 1) {
      const keys = String(number).padStart(length, '0');
      if (fits(keys)) yield keys;
    }
}

function objectsBelow(
  path: readonly string[],
  read: readonly (readonly (string | number)[])[],
  texts: readonly string[],
): JsonObject[] {
  const below = read
    .filter((keys) => keys.length > path.length && path.every((key, index) => keys[index] === key))
    .map((keys) => keys.slice(path.length));
  if (below.length === 0) return [{}];
  const selections = below.length === 1 ? [below] : [...below.map((keys) => [keys]), below];
  const filled = selections.flatMap((selected) =>
    texts.map((text) => selected.reduce<JsonObject>((known, keys) => withText(known, keys, text), {})),
  );
  return [{}, ...filled];
}

function withText(
  known: JsonObject,
  [key = '', ...rest]: readonly (string | number)[],
  text: string,
): JsonObject {
  return { ...known, [String(key)]: placed(known[String(key)], rest, text) };
}

function placed(before: Json | undefined, keys: readonly (string | number)[], text: string): Json {
  const [key, ...rest] = keys;
  if (key === undefined) return text;
  if (typeof key === 'number') return [placed(undefined, rest, text)];
  const object = typeof before === 'object' && before !== null && !Array.isArray(before) ? before : {};
  return withText(object as JsonObject, keys, text);
}
