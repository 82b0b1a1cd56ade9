import type { Product } from '../product';
import { sinkRoutes } from './sinks';
import { subscriptionRoutes } from './subscriptions';

/**
 * Event Streams (https://www.twilio.com/docs/events/event-streams): webhook sinks and subscriptions. Types, schemas, the events
 * of a subscription one by one, tests of sinks, Kinesis, Segment and e-mail are left out.
 */
export const events: Product = {
  host: 'events.twilio.com',
  missingParameterCode: 20001,
  routes: [...sinkRoutes, ...subscriptionRoutes],
};
