import { isJsonObject, type Json, type JsonObject } from './json';

/**
 * Values that nobody knows, as texts that say so. Whatever copies a text (Set Variables, results of a subflow, parameters)
 * carries the mark along, so that where a value came from never has to be followed by anything else.
 *
 * A mark is `BEGIN kind | name END`, in characters of Unicode's private use area, which no flow holds.
 */
const BEGIN = '\uE000';
const END = '\uE001';
const BETWEEN = '\uE002';
const MARK = /\uE000([^|]*)\|([^\uE001]*)\uE001/g;

/** The key of an object that stands for all keys it does not show. Its value names the object. */
const OTHER_KEYS = '\uE003';

/** The same of an object that is certainly there, whatever is in it. */
const CERTAIN_OTHER_KEYS = '\uE004';

/** A part of a text that came from somewhere else, and how many characters of it at most; Infinity: all of it. */
export interface Origin {
  readonly name: string;
  readonly characters: number;
}

/** What keys can be pressed at a prompt. */
export interface KeysShape {
  /** At most so many; Infinity when nothing limits them. At least one. */
  readonly maximum: number;
  /** The key that ends the input and is no part of it; empty: none. */
  readonly finishOnKey: string;
}

/** The value of a variable that nobody knows: any text, also none. */
export function unknownText(name: string): string {
  return mark('any', name);
}

/** Keys that somebody pressed, which nobody knows. */
export function unknownKeys(name: string, { maximum, finishOnKey }: KeysShape): string {
  return mark(`keys ${String(maximum)} ${finishOnKey}`, name);
}

/** A text worked out from others: nobody knows it, but from where it was made, and perhaps that it is not blank. */
export function computedText(origins: readonly Origin[], isFilled = false): string {
  const most = new Map<string, number>();
  for (const { name, characters } of origins) most.set(name, Math.max(characters, most.get(name) ?? 0));
  const parts = [...most].sort(([one], [other]) => (one < other ? -1 : 1));
  return mark(
    isFilled ? 'filled' : 'made',
    parts.map(([name, characters]) => `${name}:${String(characters)}`).join(BETWEEN),
  );
}

/** An object of which only some keys are known, if it is there at all. */
export function openObject(name: string, known: JsonObject = {}): JsonObject {
  return { ...known, [OTHER_KEYS]: name };
}

/** An object that is certainly there, of which only some keys are known. */
export function certainObject(name: string, known: JsonObject = {}): JsonObject {
  return { ...known, [CERTAIN_OTHER_KEYS]: name };
}

/** The name of an object of which not all keys are known; undefined for any other value. */
export function openName(value: unknown): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const name = value[OTHER_KEYS] ?? value[CERTAIN_OTHER_KEYS];
  return typeof name === 'string' ? name : undefined;
}

/** Whether a value may as well not be there. */
export function isUncertain(value: unknown): boolean {
  return isJsonObject(value) && Object.hasOwn(value, OTHER_KEYS);
}

/** Whether a text holds anything that nobody knows. */
export function isUnknown(text: string): boolean {
  return text.includes(BEGIN);
}

/** The name, when a text is one unknown value and nothing else, unchanged. */
export function nameOfUnknown(text: string): string | undefined {
  if (!text.startsWith(BEGIN)) return undefined;
  const [found] = text.matchAll(MARK);
  return found?.[0] === text && !isComputed(found[1]) ? found[2] : undefined;
}

/** The shape, when a text is nothing but keys that somebody pressed. */
export function keysShapeOf(text: string): KeysShape | undefined {
  if (!text.startsWith(BEGIN)) return undefined;
  const [found] = text.matchAll(MARK);
  if (found?.[0] !== text) return undefined;
  const [kind, maximum, finishOnKey = ''] = found[1]?.split(' ') ?? [];
  return kind === 'keys' ? { maximum: Number(maximum), finishOnKey } : undefined;
}

/** Whether a text is not blank, whatever its unknown parts are. */
export function isFilled(text: string): boolean {
  return text.replace(MARK, (_mark, kind: string) => (kind === 'filled' ? kind : '')).trim() !== '';
}

/** Where the unknown parts of a text came from, in order, one entry for each part. */
export function originsOf(text: string): Origin[] {
  if (!isUnknown(text)) return [];
  return [...text.matchAll(MARK)].flatMap(([, kind, name = '']) =>
    isComputed(kind) ? madeOf(name) : [{ name, characters: Infinity }],
  );
}

/** Where the unknown parts of any value came from. */
export function originsIn(value: Json): Origin[] {
  if (typeof value === 'string') return originsOf(value);
  if (Array.isArray(value)) return value.flatMap((item: Json) => originsIn(item));
  if (!isJsonObject(value)) return [];
  const name = openName(value);
  const own = name === undefined ? [] : [{ name, characters: Infinity }];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, item]) => (isOtherKeys(key) ? [] : originsIn(item))),
  ];
}

function isOtherKeys(key: string): boolean {
  return key === OTHER_KEYS || key === CERTAIN_OTHER_KEYS;
}

/** A text for people, with its unknown parts in angle brackets. */
export function shownText(text: string): string {
  return text.replace(MARK, (_mark, kind: string, name: string) =>
    isComputed(kind)
      ? `‹made of ${madeOf(name)
          .map((origin) => origin.name)
          .join(', ')}›`
      : `‹${name}›`,
  );
}

/** A text without its unknown parts, of which at most `characters` are known to be left in each that is short. */
export function withoutUnknown(text: string, fill: (origins: readonly Origin[]) => string): string {
  return text.replace(MARK, (found) => fill(originsOf(found)));
}

function isComputed(kind: string | undefined): boolean {
  return kind === 'made' || kind === 'filled';
}

function mark(kind: string, name: string): string {
  return `${BEGIN}${kind}|${name}${END}`;
}

function madeOf(parts: string): Origin[] {
  if (parts === '') return [];
  return parts.split(BETWEEN).map((part) => {
    const colon = part.lastIndexOf(':');
    return { name: part.slice(0, colon), characters: Number(part.slice(colon + 1)) };
  });
}
