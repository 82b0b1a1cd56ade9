import { isJsonObject, type Json } from '../model/json';
import { PARTS, type Expectation, type Part, type TestProblem } from './flow-test';
import { isList, matcherOf } from './matcher';

/** Parts whose items are records, with their fields; an item compares only the fields that it names. */
const RECORDS: Readonly<Partial<Record<Part, readonly string[]>>> = {
  steps: ['widget', 'event', 'next'],
  sent: ['to', 'body'],
  requests: ['method', 'url', 'parameters'],
  warnings: ['code', 'message'],
};
const ENDINGS: readonly string[] = ['completed', 'waiting', 'hungUp', 'failed'];

/** Reads `expect`, noting every problem; records come back as matchers of the fields that they name. */
export function parseExpectation(
  json: Json | undefined,
  place: string,
  problems: TestProblem[],
): Expectation {
  if (!isJsonObject(json) || Object.keys(json).length === 0) {
    problems.push({
      place,
      message: `must say what is expected: an object with some of ${PARTS.join(', ')}`,
    });
    return {};
  }
  return Object.fromEntries(
    Object.entries(json).flatMap(([key, value]): [Part, Json][] => {
      const part = PARTS.find((candidate) => candidate === key);
      const at = `${place}/${key}`;
      if (part !== undefined) return [[part, parsePart(part, value, at, problems)]];
      problems.push({ place: at, message: `means nothing here: use ${PARTS.join(', ')}` });
      return [];
    }),
  );
}

function parsePart(part: Part, json: Json, place: string, problems: TestProblem[]): Json {
  checkMatchers(json, place, problems);
  const matcher = matcherOf(json);
  if (matcher?.kind === 'any') return json;
  switch (part) {
    case 'ended':
      if (matcher === undefined && !(typeof json === 'string' && ENDINGS.includes(json)))
        problems.push({ place, message: `must be one of ${ENDINGS.join(', ')}` });
      return json;
    case 'error':
      if (matcher === undefined && typeof json !== 'string')
        problems.push({ place, message: 'must be a text' });
      return json;
    case 'variables':
    case 'widgets':
      if (!isJsonObject(json)) problems.push({ place, message: 'must be an object: {"name": "value"}' });
      return json;
    default:
      return parseList(part, json, place, problems);
  }
}

function parseList(part: Part, json: Json, place: string, problems: TestProblem[]): Json {
  const matcher = matcherOf(json);
  const items = matcher?.kind === 'contains' ? matcher.content : json;
  const at = matcher?.kind === 'contains' ? `${place}/$contains` : place;
  if (!isList(items)) {
    problems.push({ place: at, message: 'must be a list' });
    return [];
  }
  const read = items.map((item, index) => parseItem(part, item, `${at}/${String(index)}`, problems));
  return matcher?.kind === 'contains' ? { $contains: read } : read;
}

function parseItem(part: Part, item: Json, place: string, problems: TestProblem[]): Json {
  const fields = RECORDS[part];
  if (matcherOf(item) !== undefined)
    return fields === undefined ? item : { $contains: shorthand(part, item) };
  if (fields === undefined) {
    if (typeof item !== 'string') problems.push({ place, message: 'must be a text' });
    return item;
  }
  const record = shorthand(part, item);
  if (!isJsonObject(record)) {
    problems.push({ place, message: `must be an object with some of ${fields.join(', ')}` });
    return item;
  }
  for (const key of Object.keys(record).filter((name) => !fields.includes(name))) {
    problems.push({ place: `${place}/${key}`, message: `means nothing here: use ${fields.join(', ')}` });
  }
  return { $contains: record };
}

/** A step may be just its widget, a warning just its code, a message just its text. */
function shorthand(part: Part, item: Json): Json {
  const isText = typeof item === 'string' || matcherOf(item) !== undefined;
  if (part === 'steps' && isText) return { widget: item };
  if (part === 'sent' && isText) return { body: item };
  if (part === 'requests' && isText) return { url: item };
  return part === 'warnings' && typeof item === 'number' ? { code: item } : item;
}

/** Notes everything with a dollar sign that is no matcher. */
function checkMatchers(json: Json, place: string, problems: TestProblem[]): void {
  if (isList(json)) json.forEach((item, index) => checkMatchers(item, `${place}/${String(index)}`, problems));
  if (!isJsonObject(json)) return;
  const matcher = matcherOf(json);
  const isMeant = Object.keys(json).some((key) => key.startsWith('$'));
  if (isMeant && (matcher === undefined || (matcher.kind === 'regex' && !isExpression(matcher.source)))) {
    const message = 'must be {"$any": true}, {"$contains": …} or {"$regex": "an expression"}, alone';
    problems.push({ place, message });
  }
  for (const [key, value] of Object.entries(json)) checkMatchers(value, `${place}/${escaped(key)}`, problems);
}

function isExpression(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}

/** A key in a JSON pointer (RFC 6901). */
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
