import { isJsonObject, type Json, type JsonObject } from '../model/json';
import type { Part } from './flow-test';
import { matcherOf } from './matcher';

/** An item of a part as one line for people; expected items show only what is compared. */
export function showItem(part: Part, item: Json): string {
  const matcher = matcherOf(item);
  const fields = matcher?.kind === 'contains' ? matcher.content : item;
  if (!isJsonObject(fields)) return showValue(item);
  const words = wordsOf(part, fields);
  return words ?? showValue(item);
}

/** Any value on one line: texts as they are, unless that would be more than one line. */
export function showValue(value: Json): string {
  if (typeof value === 'string') return value === '' || value.includes('\n') ? JSON.stringify(value) : value;
  const matcher = matcherOf(value);
  if (matcher?.kind === 'any') return '(anything)';
  if (matcher?.kind === 'regex') return `/${matcher.source}/`;
  if (matcher?.kind === 'contains') {
    const { content } = matcher;
    return typeof content === 'string' ? `(contains) ${content}` : `(contains) ${JSON.stringify(content)}`;
  }
  return JSON.stringify(value);
}

/** Undefined where a part has no records, or nothing of one is named. */
function wordsOf(part: Part, fields: JsonObject): string | undefined {
  const { widget, event, next, to, body, method, url, parameters, code, message } = fields;
  switch (part) {
    case 'steps':
      return joined(['', widget], [': ', event], [' → ', next === null ? '(end)' : next]);
    case 'sent':
      return joined(['', to], [': ', body]);
    case 'requests':
      return joined(['', method], [' ', url], [' ', parameters]);
    case 'warnings':
      return joined(['', code], [': ', message]);
    default:
      return undefined;
  }
}

/** Words with what stands between them; nothing before the first. */
function joined(...words: readonly (readonly [string, Json | undefined])[]): string | undefined {
  const there = words.flatMap(([before, value]) => (value === undefined ? [] : [[before, showValue(value)]]));
  if (there.length === 0) return undefined;
  return there.map(([before = '', text = ''], index) => (index === 0 ? text : before + text)).join('');
}
