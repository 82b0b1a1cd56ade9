import type { JsonObject } from '../../../studio/model/json';
import type { Milliseconds } from '../time/clock';

/** Where events go (https://www.twilio.com/docs/events/event-streams/sink-resource). Only webhooks get any here. */
export interface EventSink {
  readonly sid: string;
  description: string;
  readonly sinkType: 'webhook';
  /** As it was sent. */
  readonly configuration: JsonObject;
  /** The application's address and how it is asked, read from the configuration. */
  readonly destination: string;
  readonly method: 'GET' | 'POST';
  readonly dateCreated: Milliseconds;
  dateUpdated: Milliseconds;
}
