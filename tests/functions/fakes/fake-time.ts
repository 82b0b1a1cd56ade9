import type { Time } from '../../../functions/lib/time.private';

/** Time that stands still until everybody waits for it, then jumps to the next timer. Chance always says `chance`. */
export interface FakeTime extends Time {
  /** Lets time pass until `work` is done. Fails when nothing is left to wait for. */
  readonly run: <T>(work: Promise<T>) => Promise<T>;
  /** Timers that are neither done nor cancelled. */
  readonly pending: () => number;
}

/** How often one looks whether work of Node's own threads, such as a signature, is done; a millisecond lies between. */
const MOST_LOOKS = 2_000;

async function untilTimer(isDone: () => boolean): Promise<void> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (isDone()) return;
  }
  throw new Error('Nothing left to wait for, but the work is not done.');
}

/** Starts at 0 milliseconds. */
export function createFakeTime(chance = 0.5): FakeTime {
  let now = 0;
  let timers: { readonly at: number; readonly action: () => void }[] = [];

  function jump(): void {
    const next = timers.reduce((first, timer) => (timer.at < first.at ? timer : first));
    timers = timers.filter((timer) => timer !== next);
    now = next.at;
    next.action();
  }

  async function run<T>(work: Promise<T>): Promise<T> {
    const watch = { settled: false };
    const watched = work.finally(() => {
      watch.settled = true;
    });
    watched.catch(() => undefined);
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (watch.settled) return watched;
      if (timers.length > 0) jump();
      else await untilTimer(() => watch.settled || timers.length > 0);
    }
  }

  return {
    now: () => now,
    random: () => chance,
    after: (milliseconds, action) => {
      const timer = { at: now + milliseconds, action };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    run,
    pending: () => timers.length,
  };
}
