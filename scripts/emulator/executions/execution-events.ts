import type { Ending, LogEntry } from '../../../studio/model/execution';
import type { OutgoingRequest, OutsideWait, RequestResult, Wait } from '../../../studio/model/wait';

/** A wait that only a live call can end. */
export type CallWait = Extract<Wait, { kind: 'speech' | 'keys' }>;

/** A request is over; `status` is null when there was no answer to read. */
export interface RequestEvent {
  readonly kind: 'request';
  readonly method: string;
  readonly url: string;
  readonly status: number | null;
  /** What was asked and answered, whole: codes and numbers are in it. */
  readonly exchange: { readonly request: OutgoingRequest; readonly result: RequestResult };
}

/** What can be seen of one execution from outside, as it happens. */
export type ExecutionEvent =
  | { readonly kind: 'log'; readonly entry: LogEntry }
  | RequestEvent
  /** Something is to be said or collected on the call; answer with `resume`. */
  | { readonly kind: 'call-wait'; readonly wait: CallWait }
  /** Something happens outside; answer with `resume` and an `outside-event` when it is over. */
  | { readonly kind: 'outside'; readonly wait: OutsideWait }
  | { readonly kind: 'ended'; readonly ending: Ending };

/** Hears every event of one execution, in order; the first ones come before `start` has returned. */
export type ExecutionListener = (event: ExecutionEvent, executionSid: string) => void;
