import type { Milliseconds } from '../time/clock';
import type { Participant } from '../time/participant';
import { afterRealTime } from '../time/real-turns';
import type { ServedRequests } from '../time/served-requests';
import type { FromWorker, ToWorker } from './worker-messages';
import type { WorkerProcess } from './worker-process';

/** What the clock has to know of a worker. */
export interface WorkerParticipantOptions {
  readonly process: WorkerProcess;
  /** Requests that were sent to it and have no answer yet. */
  readonly pending: () => number;
  /** Requests that were sent to it in all. */
  readonly sent: () => number;
  readonly servedRequests: ServedRequests;
  /** Real time in which a worker that is not in an endless loop says something. */
  readonly stuckAfter: Milliseconds;
  /** Called before a worker that says nothing is ended. */
  readonly onStuck: () => void;
  /** True since then: what it was asked to do will never come to an end. */
  readonly isStuck: () => boolean;
}

/**
 * Takes a worker along in virtual time. While it has nothing to answer it is asleep: on Twilio, too, a process is frozen
 * between invocations, so timers that an invocation left behind do not fire before the next.
 */
export function createWorkerParticipant(options: WorkerParticipantOptions): Participant {
  const { pending, sent, servedRequests, isStuck } = options;
  const ask = createAsker(options);
  const isWaitingForTime = (port: number | null): boolean => port !== null && servedRequests.isServing(port);
  return {
    isAwake: () => pending() > 0,
    waiting: pending,
    settle: async () => {
      const answer = await ask((id) => ({ kind: 'settle', id, sent: sent() }));
      if (isStuck()) return { kind: 'quiet', outgoing: 0, nextTimer: null };
      if (answer?.kind !== 'settled' || !answer.isAtRest) return { kind: 'busy' };
      // Fewer than were sent: an answer is on its way here.
      if (answer.handling < pending()) return { kind: 'busy' };
      if (!answer.ports.every(isWaitingForTime)) return { kind: 'busy' };
      return { kind: 'quiet', outgoing: answer.ports.length, nextTimer: answer.nextTimer };
    },
    advanceTo: async (now) => {
      await ask((id) => ({ kind: 'advance', id, now }));
    },
  };
}

/** Asks the worker; undefined when it ends, or is ended for its silence, before it answers. */
function createAsker({ process, stuckAfter, onStuck }: WorkerParticipantOptions) {
  const waiting = new Map<number, (answer: FromWorker) => void>();
  let asked = 0;
  process.listen((message) => {
    if (message.kind !== 'listening') waiting.get(message.id)?.(message);
  });
  return async (question: (id: number) => ToWorker): Promise<FromWorker | undefined> => {
    asked += 1;
    const id = asked;
    const answer = new Promise<FromWorker>((resolve) => waiting.set(id, resolve));
    const forget = afterRealTime(stuckAfter, () => {
      onStuck();
      process.end();
    });
    process.send(question(id));
    const result = await Promise.race([answer, process.ended]);
    forget();
    waiting.delete(id);
    return result ?? undefined;
  };
}
