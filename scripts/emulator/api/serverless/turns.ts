/** Runs an action for a key after those that run for the same key already. */
export type InTurn = (key: string, action: () => Promise<void>) => Promise<void>;

/**
 * One action at a time for each key. Of several that wait, only the last runs, for all of them: whoever sets ten
 * variables at once gets new instances once or twice, not ten times. Actions have to read their state when they run.
 */
export function createTurns(): InTurn {
  const running = new Map<string, Promise<void>>();
  const waiting = new Map<string, { action: () => Promise<void>; readonly done: Promise<void> }>();

  const start = (key: string, action: () => Promise<void>): Promise<void> => {
    const done = action().finally(() => {
      if (running.get(key) === done) running.delete(key);
    });
    running.set(key, done);
    return done;
  };
  return (key, action) => {
    const next = waiting.get(key);
    if (next !== undefined) {
      next.action = action;
      return next.done;
    }
    const current = running.get(key);
    if (current === undefined) return start(key, action);
    const done = current
      .catch(() => undefined)
      .then(() => {
        const last = waiting.get(key)?.action ?? action;
        waiting.delete(key);
        return start(key, last);
      });
    waiting.set(key, { action, done });
    return done;
  };
}
