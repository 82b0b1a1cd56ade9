import type { Milliseconds } from '../time/clock';

/** Which events go to a sink (https://www.twilio.com/docs/events/event-streams/subscription). */
export interface EventSubscription {
  readonly sid: string;
  description: string;
  readonly sinkSid: string;
  /** `com.twilio.studio.flow.execution.started`; those that this account never has are taken all the same. */
  readonly types: readonly string[];
  readonly dateCreated: Milliseconds;
  dateUpdated: Milliseconds;
}
