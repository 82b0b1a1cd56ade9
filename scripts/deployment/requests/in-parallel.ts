/**
 * Runs an action for each item, at most `limit` at once; answers in the order of the items. After a failure none is
 * started any more; it is thrown when all that run have ended, so that nothing goes on behind the caller's back.
 */
export async function inParallel<Item, Result>(
  limit: number,
  items: readonly Item[],
  action: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Map<number, Result>();
  const failures: unknown[] = [];
  const waiting = [...items.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, item] = next;
      try {
        results.set(index, await action(item));
      } catch (error) {
        failures.push(error);
        waiting.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  if (failures.length > 0) throw failures[0];
  return [...results.entries()].sort(([a], [b]) => a - b).map(([, result]) => result);
}
