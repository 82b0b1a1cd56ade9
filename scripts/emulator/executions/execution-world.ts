import type { OutgoingRequest, RequestResult } from '../../../studio/model/wait';
import type { FlowExecution, StepRecord } from '../entities/flow';
import type { Ids } from '../ids';
import type { Inbox } from '../simulate/inbox';
import type { Phones } from '../simulate/phones';
import type { Store } from '../store';
import type { Clock } from '../time/clock';
import type { PlaceFlowCall } from './flow-call';

/** Hears of every execution of the account, as it happens. */
export interface ExecutionObserver {
  readonly started: (execution: FlowExecution) => void;
  readonly stepEnded: (execution: FlowExecution, step: StepRecord) => void;
  readonly ended: (execution: FlowExecution) => void;
}

/** The world that executions act in. */
export interface ExecutionWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly inbox: Inbox;
  /** Phones as usual when left out. */
  readonly phones?: Phones;
  /** Makes the calls that flows ask for; without it, whoever listens says how they end. */
  readonly placeCall?: PlaceFlowCall;
  /** Nobody when left out. */
  readonly observer?: ExecutionObserver;
  /** Sends a request of a widget and brings its result; never rejects. */
  readonly ask: (kind: 'function' | 'http', request: OutgoingRequest) => Promise<RequestResult>;
}
