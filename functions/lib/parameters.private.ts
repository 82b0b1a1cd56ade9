/** The event of an invocation: query, form and JSON parameters of an untrusted request, merged by the runtime. */
export type Parameters = Readonly<Record<string, unknown>>;

/** One parameter: the runtime delivers strings from forms, any JSON from JSON bodies, and arrays for repeated keys. */
export type Parameter =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'malformed' };

/** No parameter of ours is longer; whatever is, is refused before anything looks at it. */
const MOST_CHARACTERS = 256;

/** Reads one parameter as text. Anything but a string or a number (a repeated key, an object) is malformed. */
export function readParameter(event: unknown, name: string): Parameter {
  const value = isRecord(event) && Object.hasOwn(event, name) ? event[name] : undefined;
  if (value === undefined || value === null) return { kind: 'absent' };
  if (typeof value === 'number') return { kind: 'text', text: String(value) };
  if (typeof value !== 'string' || value.length > MOST_CHARACTERS) return { kind: 'malformed' };
  return { kind: 'text', text: value };
}

/** Like `readParameter` for a parameter that may be left out: absent, malformed and blank are all `undefined`. */
export function readOptionalText(event: unknown, name: string): string | undefined {
  const parameter = readParameter(event, name);
  if (parameter.kind !== 'text') return undefined;
  const trimmed = parameter.text.trim();
  return trimmed === '' ? undefined : trimmed;
}

function isRecord(value: unknown): value is Parameters {
  return typeof value === 'object' && value !== null;
}
