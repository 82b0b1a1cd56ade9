import type { Clock, Milliseconds, Timer } from './clock';
import { realTurn } from './real-turns';
import { createTimerQueue } from './timer-queue';

/**
 * The computer's time, with a hand on it: it runs by itself, and can be put forward over what nobody wants to wait for.
 * Every timer on the way fires, in order. Processes of the Functions keep the computer's own time, so it is never put
 * forward while one of them, or anything else under `during`, is at work.
 */
export interface SteeredClock extends Clock {
  /** By how much it has been put forward in all. */
  readonly ahead: () => Milliseconds;
  /** When the next timer fires; null without one. */
  readonly nextAt: () => Milliseconds | null;
  /** Whether real work is under way, over which no time can be skipped. */
  readonly isBusy: () => boolean;
  /** Puts the clock forward, as far as no real work begins on the way; answers by how much. */
  readonly skip: (milliseconds: Milliseconds) => Promise<Milliseconds>;
}

/** True for a clock that can be put forward by hand. */
export function isSteered(clock: Clock): clock is SteeredClock {
  return 'skip' in clock;
}

/** The longest delay that Node's timers keep; a longer one would fire at once. */
const LONGEST_DELAY: Milliseconds = 2_147_483_647;

/** A clock that shows the computer's time until somebody puts it forward. */
export function steeredClock(): SteeredClock {
  const timers = createTimerQueue();
  let ahead = 0;
  let working = 0;
  let alarm: NodeJS.Timeout | undefined;

  const now = (): Milliseconds => Date.now() + ahead;
  const arm = (): void => {
    clearTimeout(alarm);
    const at = timers.nextAt();
    if (at !== null) alarm = setTimeout(ring, Math.min(Math.max(0, at - now()), LONGEST_DELAY));
  };
  const ring = (): void => {
    const at = timers.nextAt();
    const action = at !== null && at <= now() ? timers.take() : undefined;
    arm();
    action?.();
  };
  const putForwardTo = (moment: Milliseconds): void => {
    ahead += Math.max(0, moment - now());
    arm();
  };
  return {
    now,
    schedule: (delay, action) => armed(timers.add(now() + Math.max(0, delay), action), arm),
    during: async (work) => {
      working += 1;
      try {
        return await work;
      } finally {
        working -= 1;
      }
    },
    ahead: () => ahead,
    nextAt: timers.nextAt,
    isBusy: () => working > 0,
    skip: async (milliseconds) => {
      const start = ahead;
      const end = now() + milliseconds;
      for (;;) {
        if (working > 0) return ahead - start;
        const at = timers.nextAt();
        if (at === null || at > end) break;
        putForwardTo(at);
        ring();
        // What a timer brings about may begin work in the turns after.
        await realTurn();
      }
      putForwardTo(end);
      return ahead - start;
    },
  };
}

/** A timer whose end, too, decides when the alarm goes off: one for nothing would keep the process alive. */
function armed(timer: Timer, arm: () => void): Timer {
  arm();
  return {
    cancel: () => {
      timer.cancel();
      arm();
    },
  };
}
