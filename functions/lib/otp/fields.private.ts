/** What a request was read as, or which field is wrong and how. Nothing of the request is quoted. */
export type ReadRequest<Request> = { readonly kind: 'request'; readonly request: Request } | WrongField;

/** A field that is missing or of the wrong type. */
export interface WrongField {
  readonly kind: 'wrong';
  readonly field: string;
  readonly message: string;
}

/** A field that could be read. */
export interface RightField<Text> {
  readonly kind: 'right';
  readonly text: Text;
}

/** What a field has to look like. */
export interface FieldRule {
  readonly pattern: RegExp;
  /** Completes "must be …". */
  readonly description: string;
}

/** Any text that is not too long to look at. */
export const SHORT_TEXT: FieldRule = {
  pattern: /^[^]{0,256}$/,
  description: 'a text of at most 256 characters',
};

/** Reads a field that has to be there. Only text is taken: a number would have lost its leading zeros. */
export function neededField(event: unknown, field: string, rule: FieldRule): RightField<string> | WrongField {
  const read = optionalField(event, field, rule);
  if (read.kind === 'wrong') return read;
  return read.text === undefined ? wrong(field, 'is missing') : { kind: 'right', text: read.text };
}

/** Reads a field that may be left out or be null. */
export function optionalField(
  event: unknown,
  field: string,
  { pattern, description }: FieldRule,
): RightField<string | undefined> | WrongField {
  const value: unknown =
    isObject(event) && Object.hasOwn(event, field) ? Reflect.get(event, field) : undefined;
  if (value === undefined || value === null) return { kind: 'right', text: undefined };
  if (typeof value === 'string' && pattern.test(value)) return { kind: 'right', text: value };
  return wrong(field, `must be ${description}`);
}

/** Headers of a request: names in lower case; a header that came twice is a list. */
export function headersOf(event: unknown): Readonly<Record<string, unknown>> {
  const request: unknown = isObject(event) ? Reflect.get(event, 'request') : undefined;
  const headers: unknown = isObject(request) ? Reflect.get(request, 'headers') : undefined;
  return isObject(headers) ? Object.fromEntries(Object.entries(headers)) : {};
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function wrong(field: string, problem: string): WrongField {
  return { kind: 'wrong', field, message: `The field "${field}" ${problem}.` };
}
