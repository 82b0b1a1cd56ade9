import { createActivity } from './activity';
import type { Clock, Milliseconds } from './clock';
import type { Participant } from './participant';
import { watchServedRequests } from './served-requests';
import type { ServedRequests } from './served-requests';
import { createSettler } from './settler';
import { createTimerQueue } from './timer-queue';

/**
 * Time that stands still while real work is under way and otherwise jumps to the next timer. Timers fire in the order
 * of their moments, those of one moment in the order they were made; after each, everything that follows from it in
 * the real world comes to rest before the next.
 */
export interface VirtualClock extends Clock {
  /** Lets all the time pass that is needed for `condition`; false when nothing is left that could still happen. */
  readonly runUntil: (condition: () => boolean) => Promise<boolean>;
  /** Jumps to the next timer and fires it; false when there is none. */
  readonly runNext: () => Promise<boolean>;
  /** Lets this much time pass, with everything that happens in it. */
  readonly advance: (milliseconds: Milliseconds) => Promise<void>;
  /** Takes somebody along; call the answer when it is gone. */
  readonly join: (participant: Participant) => () => void;
  /** For participants: something real happened, look again. */
  readonly noteActivity: () => void;
}

/** True for a clock that participants can join. */
export function isVirtual(clock: Clock): clock is VirtualClock {
  return 'join' in clock;
}

/** A virtual clock that shows `start` (milliseconds since 1970) until it is told to run. */
export function virtualClock(start: Milliseconds): VirtualClock {
  const activity = createActivity();
  const timers = createTimerQueue();
  const participants = new Set<Participant>();
  const work = createWorkCount(activity.note);
  participants.add(work.servedRequests);
  const settler = createSettler({ activity, participants, working: work.count });
  const inTurn = createTurns();
  let now = start;

  const advanceAll = async (to: Milliseconds): Promise<void> => {
    now = Math.max(now, to);
    const awake = [...participants].filter((participant) => participant.isAwake());
    await Promise.all(awake.map((participant) => participant.advanceTo(now)));
  };

  /** One jump. Participants come first at a moment they share with a timer of the clock. */
  const jump = async (theirs: Milliseconds | null, limit: Milliseconds): Promise<boolean> => {
    const ours = timers.nextAt();
    const at = Math.min(ours ?? Infinity, theirs ?? Infinity);
    if (at === Infinity || at > limit) return false;
    await advanceAll(at);
    if (theirs === null || theirs > at) timers.take()?.();
    return true;
  };
  const runNext = async (limit = Infinity): Promise<boolean> => jump(await settler.settle(), limit);

  return {
    now: () => now,
    schedule: (delay, action) => timers.add(now + Math.max(0, delay), action),
    during: work.during,
    join: (participant) => {
      participants.add(participant);
      return () => participants.delete(participant);
    },
    noteActivity: activity.note,
    runNext: () => inTurn(() => runNext()),
    runUntil: async (condition) => {
      for (;;) {
        const outcome = await inTurn(async () => {
          const theirs = await settler.settle();
          if (condition()) return 'met';
          return (await jump(theirs, Infinity)) ? 'jumped' : 'over';
        });
        if (outcome !== 'jumped') return outcome === 'met';
      }
    },
    advance: (milliseconds) =>
      inTurn(async () => {
        const end = now + milliseconds;
        while (await runNext(end));
        await advanceAll(end);
      }),
  };
}

/** Runs one thing after the other: two callers that wait on one clock must not jump over each other. */
function createTurns(): <T>(action: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (action) => {
    const mine = last.then(action);
    last = mine.catch(() => undefined);
    return mine;
  };
}

interface WorkCount {
  readonly count: () => number;
  readonly during: <T>(work: Promise<T>) => Promise<T>;
  /** Work may be a request to a server in this process that answers at a later moment: time must not wait for it. */
  readonly servedRequests: Participant;
}

function createWorkCount(note: () => void): WorkCount {
  let count = 0;
  let served: ServedRequests | undefined;
  const change = (by: number): void => {
    count += by;
    if (count > 0) served ??= watchServedRequests(note);
    else {
      served?.stop();
      served = undefined;
    }
    note();
  };
  return {
    count: () => count,
    during: async (work) => {
      change(1);
      try {
        return await work;
      } finally {
        change(-1);
      }
    },
    servedRequests: {
      isAwake: () => served !== undefined,
      waiting: () => served?.count() ?? 0,
      settle: async () =>
        served?.isReceiving() === true ? { kind: 'busy' } : { kind: 'quiet', outgoing: 0, nextTimer: null },
      advanceTo: async () => undefined,
    },
  };
}
