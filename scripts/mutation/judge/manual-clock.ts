import type { Clock, Milliseconds } from '../../emulator/time/clock';

/** Time that passes timer by timer, by hand: no real work is ever under way here that it would have to wait for. */
export interface ManualClock extends Clock {
  /** Fires the next timer; false when there is none. */
  readonly fireNext: () => boolean;
  /** Forgets every timer. */
  readonly clear: () => void;
}

/** A clock at 0. Timers of one moment fire in the order in which they were made. */
export function manualClock(): ManualClock {
  let now: Milliseconds = 0;
  let timers: { readonly at: Milliseconds; readonly action: () => void }[] = [];
  return {
    now: () => now,
    during: (work) => work,
    schedule: (delay, action) => {
      const timer = { at: now + Math.max(0, delay), action };
      timers.push(timer);
      return {
        cancel: () => {
          timers = timers.filter((other) => other !== timer);
        },
      };
    },
    clear: () => {
      timers = [];
    },
    fireNext: () => {
      const at = Math.min(...timers.map((timer) => timer.at));
      const next = timers.find((timer) => timer.at === at);
      if (next === undefined) return false;
      timers = timers.filter((timer) => timer !== next);
      now = at;
      next.action();
      return true;
    },
  };
}
