import type { SinkInstance } from 'twilio/lib/rest/events/v1/sink';
import type { SubscriptionInstance } from 'twilio/lib/rest/events/v1/subscription';

import type { LocalTwilio } from '../../../../support/local-twilio';

/** Where events go in these tests. */
export const DESTINATION = 'http://127.0.0.1:5000/events';

/** Creates a webhook sink. */
export function createSink(
  { client }: LocalTwilio,
  configuration: object = { destination: DESTINATION },
): Promise<SinkInstance> {
  return client.events.v1.sinks.create({
    description: 'Everything',
    sinkType: 'webhook',
    sinkConfiguration: configuration,
  });
}

/** Creates a sink and a subscription that leads to it. */
export async function subscribe(
  twilio: LocalTwilio,
): Promise<{ readonly sink: SinkInstance; readonly subscription: SubscriptionInstance }> {
  const sink = await createSink(twilio);
  const subscription = await twilio.client.events.v1.subscriptions.create({
    description: 'Steps',
    sinkSid: sink.sid,
    types: [{ type: 'com.twilio.studio.flow.step.ended' }],
  });
  return { sink, subscription };
}
