/** What an earlier resource came to. Throws when it is missing: then the table of resources is in the wrong order. */
export function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A resource came before one that it needs');
  return value;
}
