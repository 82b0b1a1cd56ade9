import { isJsonObject, type Json, type JsonObject } from '../model/json';
import type { ScriptInput } from './flow-script';
import { type ParsedPart, together, unknownKeys, wrong } from './parsed-part';

/** One input's reader: the value of the key that names it, and the whole input. Undefined when the value is none. */
type Reader = (value: Json, json: JsonObject) => ScriptInput | undefined;

const READERS: Readonly<
  Record<string, { readonly read: Reader; readonly example: string; readonly beside?: string }>
> = {
  digits: {
    read: (digits) =>
      typeof digits === 'string' && /^[0-9*#]*$/.test(digits) ? { kind: 'digits', digits } : undefined,
    example: '{"digits": "1"}, with 0-9, * and # in quotation marks',
  },
  speech: {
    read: (text, { confidence = 1 }) =>
      typeof text === 'string' && typeof confidence === 'number'
        ? { kind: 'speech', text, confidence }
        : undefined,
    example: '{"speech": "yes"}',
    beside: 'confidence',
  },
  reply: {
    read: (body, json) =>
      typeof body === 'string' ? { kind: 'reply', body, data: dataOf(json) } : undefined,
    example: '{"reply": "text"}',
    beside: 'data',
  },
  event: {
    read: (event, json) =>
      typeof event === 'string' && event !== '' ? { kind: 'event', event, data: dataOf(json) } : undefined,
    example: '{"event": "busy", "data": {}}',
    beside: 'data',
  },
  timeout: {
    read: (value) => (value === true ? { kind: 'timeout' } : undefined),
    example: '{"timeout": true}',
  },
  hangup: { read: (value) => (value === true ? { kind: 'hangup' } : undefined), example: '{"hangup": true}' },
};

/** Reads `inputs`, which may be left out. */
export function parseInputs(json: Json | undefined): ParsedPart<readonly ScriptInput[]> {
  if (json === undefined) return { ok: true, part: [] };
  if (!Array.isArray(json))
    return wrong('"inputs" must be a list, such as [{"digits": "1"}, {"hangup": true}]');
  return together(json.map((input: Json, index) => parseInput(input, `Input ${String(index + 1)}`)));
}

function parseInput(json: Json, place: string): ParsedPart<ScriptInput> {
  const object = isJsonObject(json) ? json : {};
  const [kind, ...others] = Object.keys(READERS).filter((key) => object[key] !== undefined);
  const reader = kind === undefined ? undefined : READERS[kind];
  if (kind === undefined || reader === undefined || others.length > 0) {
    return wrong(`${place} must have exactly one of ${Object.keys(READERS).join(', ')}`);
  }
  const { beside = kind, read, example } = reader;
  const [unknown] = unknownKeys(object, [kind, beside]);
  if (unknown !== undefined) return wrong(`${place}: "${unknown}" means nothing beside "${kind}"`);
  const input = isDataRight(object) ? read(object[kind] ?? null, object) : undefined;
  return input === undefined ? wrong(`${place} must look like ${example}`) : { ok: true, part: input };
}

function isDataRight({ data }: JsonObject): boolean {
  return data === undefined || isJsonObject(data);
}

function dataOf({ data }: JsonObject): JsonObject {
  return isJsonObject(data) ? data : {};
}
