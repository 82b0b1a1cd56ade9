import type { Clock, Milliseconds } from '../../scripts/emulator/time/clock';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves on, running what falls due in between, in order. */
  readonly advance: (by: Milliseconds) => void;
}

interface Entry {
  readonly due: Milliseconds;
  readonly action: () => void;
}

/** A clock that shows noon of the first day of 2026. */
export function createManualClock(): ManualClock {
  let now = Date.UTC(2026, 0, 1, 12);
  const entries = new Set<Entry>();
  const nextBefore = (end: Milliseconds): Entry | undefined =>
    [...entries].filter((entry) => entry.due <= end).sort((one, other) => one.due - other.due)[0];
  return {
    now: () => now,
    schedule: (delay, action) => {
      const entry = { due: now + delay, action };
      entries.add(entry);
      return { cancel: () => entries.delete(entry) };
    },
    during: (work) => work,
    advance: (by) => {
      const end = now + by;
      for (let entry = nextBefore(end); entry !== undefined; entry = nextBefore(end)) {
        entries.delete(entry);
        now = entry.due;
        entry.action();
      }
      now = end;
    },
  };
}
