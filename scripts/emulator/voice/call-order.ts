import type { Call } from '../entities/call';
import type { Executions } from '../executions/executions';
import type { Webhooks } from '../executions/webhooks';
import type { Ids } from '../ids';
import type { Inbox } from '../simulate/inbox';
import type { Phones } from '../simulate/phones';
import type { Store } from '../store';
import type { Clock } from '../time/clock';
import type { Instructions } from './call-instructions';
import type { StatusCallback } from './call-progress';
import type { PhoneCall } from './line';

/** A call that the account wants made. */
export interface CallOrder {
  readonly from: string;
  readonly to: string;
  readonly instructions: Instructions;
  readonly statusCallback: StatusCallback;
  /** How long the phone may ring, in seconds. */
  readonly timeoutSeconds: number;
  /** Told once the call is over, answered or not. */
  readonly onEnd?: (call: Call) => void;
}

/** A call that rings at a phone. */
export interface RingingCall extends PhoneCall {
  /** Picks up, if it still rings. */
  readonly answer: () => void;
  /** Turns the call away while it rings: the caller hears that the line is busy. */
  readonly decline: () => void;
}

/** What outgoing calls need of the world. */
export interface OutgoingWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly inbox: Inbox;
  readonly phones: Phones;
  readonly webhooks: Webhooks;
  readonly executions?: Executions;
}
