/** What is worth knowing of a thrown value; `undefined` where it does not say. */
export interface ErrorFacts {
  /** Node's or Twilio's own: `EADDRINUSE`. */
  readonly code: unknown;
  readonly syscall: unknown;
  readonly port: unknown;
  /** The option of the command that names the port. */
  readonly option: unknown;
  /** The file or folder that Node could not use. */
  readonly path: unknown;
  readonly stack: unknown;
  readonly message: string;
}

/** Reads a thrown value by its shape: an error from another realm (a test's, a worker's) is no `instanceof Error`. */
export function errorFacts(error: unknown): ErrorFacts {
  const read = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const message = read('message');
  return {
    code: read('code'),
    syscall: read('syscall'),
    port: read('port'),
    option: read('option'),
    path: read('path'),
    stack: read('stack'),
    message: typeof message === 'string' ? message : String(error),
  };
}
