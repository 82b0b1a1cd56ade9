import type { Milliseconds } from './clock';
import { afterRealTime } from './real-turns';

/** Notices that something happened in the real world, so that a clock need not ask all the time. */
export interface Activity {
  /** How many things happened so far. */
  readonly count: () => number;
  readonly note: () => void;
  /** Ends when something happened after `seen` things, or after some real milliseconds at the latest. */
  readonly after: (seen: number, atMost: Milliseconds) => Promise<void>;
}

/** Nothing has happened yet. */
export function createActivity(): Activity {
  const waiting = new Set<() => void>();
  let count = 0;
  return {
    count: () => count,
    note: () => {
      count += 1;
      for (const wake of [...waiting]) wake();
    },
    after: (seen, atMost) => {
      if (count !== seen) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = (): void => {
          waiting.delete(wake);
          forget();
          resolve();
        };
        const forget = afterRealTime(atMost, wake);
        waiting.add(wake);
      });
    },
  };
}
