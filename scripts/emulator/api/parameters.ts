/** Parameters of a form or a query string. Twilio ignores the ones it does not know, and so do we. */
export interface Parameters {
  /** The value, or '' when it was not sent. */
  readonly text: (name: string) => string;
  /** The value, or undefined when it was not sent; an empty value counts as sent. */
  readonly optional: (name: string) => string | undefined;
  /** Every value of a name that is sent once for each: `FunctionVersions`. */
  readonly all: (name: string) => readonly string[];
  /** `true`/`false` in any case; undefined when it was not sent. Anything else counts as false. */
  readonly flag: (name: string) => boolean | undefined;
  /** A whole number; undefined when it was not sent, NaN when it is none. */
  readonly integer: (name: string) => number | undefined;
  /** A JSON value; undefined when it was not sent, null when it is not JSON. */
  readonly json: (name: string) => unknown;
  /** Every parameter but these, to build another address from. */
  readonly without: (names: readonly string[]) => URLSearchParams;
}

/** Decodes `application/x-www-form-urlencoded` text, with or without a leading `?`. The first value of a name counts. */
export function decodeParameters(encoded: string): Parameters {
  const values = new URLSearchParams(encoded);
  const optional = (name: string): string | undefined => values.get(name) ?? undefined;
  return {
    text: (name) => optional(name) ?? '',
    optional,
    all: (name) => values.getAll(name),
    flag: (name) => toFlag(optional(name)),
    integer: (name) => toInteger(optional(name)),
    json: (name) => toJson(optional(name)),
    without: (names) => new URLSearchParams([...values].filter(([name]) => !names.includes(name))),
  };
}

function toFlag(value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : value.toLowerCase() === 'true';
}

function toInteger(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  return /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
}

function toJson(value: string | undefined): unknown {
  if (value === undefined) return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
