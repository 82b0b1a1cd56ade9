/** The `code` of an error of the file system (`ENOENT`, …), wherever the error was made; `undefined` when it has none. */
export function errorCodeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
