import type { Clock, Milliseconds } from '../time/clock';
import type { ServedRequests } from '../time/served-requests';
import { isVirtual } from '../time/virtual-clock';
import { edgeAnswers, FUNCTION_TIMEOUT_MILLISECONDS } from './edge';
import type { EdgeRequest, EdgeResponse } from './functions-host';
import { createWorkerClient } from './worker-client';
import { NOW_HEADER } from './worker-messages';
import { createWorkerParticipant } from './worker-participant';
import type { WorkerProcess } from './worker-process';

/** The process of an environment's functions, with the limits that Twilio sets to an invocation. */
export interface FunctionsWorker {
  /** Always answers: with what the function said, or with what the platform says in its place. */
  readonly run: (request: EdgeRequest) => Promise<EdgeResponse>;
  /** False once it takes no more requests, because it ended or was retired. */
  readonly isUsable: () => boolean;
  /** Takes no more requests and ends with the last that is under way. */
  readonly retire: () => void;
  /** Ends it at once. */
  readonly end: () => Promise<void>;
}

/** What a worker is made of. */
export interface FunctionsWorkerOptions {
  readonly process: WorkerProcess;
  readonly clock: Clock;
  readonly servedRequests: ServedRequests;
  /** Real time without a sign of life after which a worker on virtual time counts as caught in an endless loop. */
  readonly stuckAfter: Milliseconds;
}

/**
 * Puts a started process to work. Twilio ends an invocation that exceeds its time; here the whole process goes (once its
 * other requests are done), so that nothing of the late invocation can still happen.
 */
export function createFunctionsWorker(options: FunctionsWorkerOptions): FunctionsWorker {
  const { process, clock } = options;
  const client = createWorkerClient(process.port);
  const state = { pending: 0, sent: 0, isRetired: false, isStuck: false };
  const note = isVirtual(clock) ? clock.noteActivity : () => undefined;
  const leaveClock = joinClock(options, state);
  void process.ended.then(() => endWhenDone());

  const endWhenDone = (): void => {
    if (state.pending > 0) return;
    if (state.isRetired) process.end();
    if (!process.isRunning()) leaveClock();
  };
  const retire = (): void => {
    state.isRetired = true;
    endWhenDone();
  };
  const invoke = (request: EdgeRequest): Promise<EdgeResponse> =>
    new Promise((resolve) => {
      const limit = clock.schedule(FUNCTION_TIMEOUT_MILLISECONDS, () => {
        state.isRetired = true;
        resolve(edgeAnswers.timedOut);
      });
      const finish = (response: EdgeResponse): void => {
        limit.cancel();
        resolve(response);
      };
      const headers = isVirtual(clock) ? { [NOW_HEADER]: String(clock.now()) } : {};
      client.send(request, headers).then(finish, () => {
        state.isRetired = true;
        // One that was ended for its endless loop would have gone on for the whole ten seconds.
        if (!state.isStuck) finish(edgeAnswers.exited);
      });
    });

  return {
    run: async (request) => {
      state.pending += 1;
      state.sent += 1;
      // Studio shows it as `widgets.x.headers`: https://www.twilio.com/docs/studio/widget-library/run-function
      const concurrency = { 'x-twilio-function-concurrency': String(state.pending) };
      note();
      const response = await invoke(request);
      state.pending -= 1;
      note();
      endWhenDone();
      return { ...response, headers: { ...response.headers, ...concurrency } };
    },
    isUsable: () => process.isRunning() && !state.isRetired,
    retire,
    end: async () => {
      process.end();
      await process.ended;
      client.close();
    },
  };
}

interface WorkerState {
  readonly pending: number;
  readonly sent: number;
  isStuck: boolean;
}

function joinClock(options: FunctionsWorkerOptions, state: WorkerState): () => void {
  const { process, clock, servedRequests, stuckAfter } = options;
  if (!isVirtual(clock)) return () => undefined;
  return clock.join(
    createWorkerParticipant({
      process,
      servedRequests,
      stuckAfter,
      pending: () => state.pending,
      sent: () => state.sent,
      isStuck: () => state.isStuck,
      onStuck: () => {
        state.isStuck = true;
      },
    }),
  );
}
