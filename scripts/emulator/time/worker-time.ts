import { install } from '@sinonjs/fake-timers';

import type { Milliseconds } from './clock';
import { installSocketTimeouts } from './socket-timeouts';

/** The virtual time of a process that is not the clock's own: it moves only when it is told to. */
export interface WorkerTime {
  /** Moves time forward (never back) and fires what is due. */
  readonly advanceTo: (now: Milliseconds) => void;
  /** The moment of the earliest timer; null without one. */
  readonly nextTimer: () => Milliseconds | null;
}

/**
 * Puts this whole process on virtual time: `Date`, `setTimeout`, `setInterval` (of `node:timers` too), limits of sockets and
 * `AbortSignal.timeout`. `setImmediate`, `process.nextTick` and `performance` stay real. Call it before anything else loads.
 */
export function installWorkerTime(start: Milliseconds): WorkerTime {
  const clock = install({
    now: start,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
  const sockets = installSocketTimeouts(() => clock.now);
  AbortSignal.timeout = timeoutSignal;
  return {
    advanceTo: (now) => {
      try {
        clock.tick(Math.max(0, now - clock.now));
      } catch (error) {
        // A timer that throws ends a process; it must not look like a mistake of the clock.
        setImmediate(() => {
          throw error;
        });
      }
      sockets.fire();
    },
    nextTimer: () => {
      const moments = [...timerMoments(clock), sockets.nextAt()].filter((moment) => moment !== null);
      return moments.length === 0 ? null : Math.min(...moments);
    },
  };
}

/** fake-timers keeps its timers in a map that it does not document; a version that does not is noticed here. */
function timerMoments(clock: object): number[] {
  const timers: unknown = Reflect.get(clock, 'timers');
  if (timers === undefined) return [];
  if (!(timers instanceof Map)) throw new Error('Cannot read the timers of @sinonjs/fake-timers: not a map');
  return [...timers.values()].map((timer: { callAt: number }) => timer.callAt);
}

function timeoutSignal(milliseconds: Milliseconds): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => {
    controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  }, milliseconds);
  return controller.signal;
}
