/** Where a socket is told to connect to. */
export interface ConnectTarget {
  /** A name or an address; `localhost` where none is given, as in Node. */
  readonly host: string;
  /** True for a Unix socket or a named pipe. */
  readonly isPipe: boolean;
  /** What to call `connect` with instead. Nobody else holds these options: what was judged is what Node reads. */
  readonly args: unknown[];
}

/**
 * Reads `connect(options)`, `connect(path)`, `connect(port, host)`, or what `net.connect` makes of these:
 * `[options, listener]`. Options may be frozen, inherited from others, or answer differently each time, so they are
 * read once and copied, without a look-up of their own: that one could answer "localhost" with any address.
 */
export function readConnectTarget(args: readonly unknown[]): ConnectTarget {
  const given: readonly unknown[] = Array.isArray(args[0]) ? args[0] : args;
  const options = optionsOf(given);
  const host = options['host'] ? textOf(options['host']) : 'localhost';
  const listener = given.at(-1);
  return {
    host,
    // Node takes an empty path for none.
    isPipe: Boolean(options['path']),
    args: [{ ...options, host }, ...(typeof listener === 'function' ? [listener] : [])],
  };
}

/** Not a text: no name that is one of ours. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value;
}

function optionsOf([first, second]: readonly unknown[]): Record<string, unknown> {
  if (typeof first === 'object' && first !== null) return copyOf(first);
  if (isPath(first)) return { path: first };
  return { port: first, ...(typeof second === 'string' && { host: second }) };
}

function copyOf(options: object): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const name in options) if (name !== 'lookup') copy[name] = Reflect.get(options, name);
  return copy;
}

/** As Node decides: `'80'`, `'0x50'` and `''` are ports. */
function isPath(value: unknown): boolean {
  return typeof value === 'string' && !(Number(value) >= 0);
}
