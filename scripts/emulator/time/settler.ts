import type { Activity } from './activity';
import type { Milliseconds } from './clock';
import type { Participant, Settlement } from './participant';
import { realTurn } from './real-turns';

/** Waits, in real time, until only the passing of virtual time can change anything. */
export interface Settler {
  /** Answers the moment of the earliest timer among the participants; null when they have none. */
  readonly settle: () => Promise<Milliseconds | null>;
}

interface SettlerOptions {
  readonly activity: Activity;
  readonly participants: ReadonlySet<Participant>;
  /** How much work somebody waits for under `clock.during`. */
  readonly working: () => number;
}

/** A function's answer usually comes within this real time; asking the participants sooner only disturbs them. */
const PATIENCE: Milliseconds = 1;

/** What gives no sign (a socket to a foreign process) is looked at again after this real time. */
const LOOK_AGAIN: Milliseconds = 5;

/** Real time without any sign of life after which waiting on is hopeless. */
const STUCK_AFTER: Milliseconds = 30_000;

/**
 * Everybody who waits (work under `during`, requests that participants sent) waits for somebody: for the real world,
 * or for a participant that holds the answer until a later moment. So time may move when all participants are quiet
 * and no more are waiting than there are answers held.
 */
export function createSettler({ activity, participants, working }: SettlerOptions): Settler {
  const look = async (seen: number): Promise<{ earliest: Milliseconds | null } | 'busy'> => {
    const awake = [...participants].filter((participant) => participant.isAwake());
    if (awake.length === 0) return working() === 0 ? { earliest: null } : 'busy';
    await activity.after(seen, PATIENCE);
    if (activity.count() !== seen || working() > held(awake)) return 'busy';
    const settlements = await Promise.race([
      Promise.all(awake.map((participant) => participant.settle())),
      activity.after(seen, STUCK_AFTER),
    ]);
    if (settlements === undefined) return 'busy';
    // What was sent to this process before its participants answered is handled in the turns after.
    await realTurn();
    await realTurn();
    if (activity.count() !== seen) return 'busy';
    const outgoing = settlements.reduce(
      (sum, one) => sum + (one.kind === 'quiet' ? one.outgoing : Infinity),
      0,
    );
    return working() + outgoing > held(awake) ? 'busy' : { earliest: earliestTimer(settlements) };
  };

  return {
    settle: async () => {
      const patience = createPatience();
      for (;;) {
        const seen = activity.count();
        await realTurn();
        if (activity.count() !== seen) continue;
        const result = await look(seen);
        if (result !== 'busy') return result.earliest;
        patience.use(activity.count(), working());
        await activity.after(seen, LOOK_AGAIN);
      }
    },
  };
}

function held(participants: readonly Participant[]): number {
  return participants.reduce((sum, participant) => sum + participant.waiting(), 0);
}

function earliestTimer(settlements: readonly Settlement[]): Milliseconds | null {
  const moments = settlements.flatMap((one) => (one.kind === 'quiet' ? (one.nextTimer ?? []) : []));
  return moments.length === 0 ? null : Math.min(...moments);
}

/** Throws when nothing at all has happened for too long: a wait for ever would say less. */
function createPatience(): { readonly use: (count: number, working: number) => void } {
  let [last, since] = [-1, 0];
  return {
    use: (count, working) => {
      if (count !== last) [last, since] = [count, performance.now()];
      if (performance.now() - since < STUCK_AFTER) return;
      throw new Error(
        `Virtual time cannot move: ${working} pieces of work gave no sign of life for ${STUCK_AFTER / 1000} s`,
      );
    },
  };
}
