import { events } from '../../../../../scripts/emulator/api/events/product';
import { testRoutes } from '../../../../support/route-cases';
import { createSink, DESTINATION, subscribe } from './arrange';

describe('Event Streams v1', () => {
  testRoutes(events, {
    'POST /v1/Sinks': async (twilio) => {
      const sink = await createSink(twilio, { destination: DESTINATION, method: 'GET' });
      expect(sink).toMatchObject({ description: 'Everything', sinkType: 'webhook', status: 'active' });
      expect(sink.sinkConfiguration).toEqual({ destination: DESTINATION, method: 'GET' });
    },
    'GET /v1/Sinks': async (twilio) => {
      const { sink } = await subscribe(twilio);
      const unused = await createSink(twilio);
      const { sinks } = twilio.client.events.v1;
      expect((await sinks.list()).map(({ sid }) => sid)).toEqual([unused.sid, sink.sid]);
      expect((await sinks.list({ inUse: true })).map(({ sid }) => sid)).toEqual([sink.sid]);
      expect(await sinks.list({ status: 'failed' })).toEqual([]);
    },
    'GET /v1/Sinks/{Sid}': async (twilio) => {
      const { sid } = await createSink(twilio);
      expect(await twilio.client.events.v1.sinks(sid).fetch()).toMatchObject({ sid, sinkType: 'webhook' });
    },
    'POST /v1/Sinks/{Sid}': async (twilio) => {
      const { sid } = await createSink(twilio);
      const sink = twilio.client.events.v1.sinks(sid);
      expect(await sink.update({ description: 'Another' })).toMatchObject({ description: 'Another' });
    },
    'DELETE /v1/Sinks/{Sid}': async (twilio) => {
      const { sid } = await createSink(twilio);
      const sink = twilio.client.events.v1.sinks(sid);
      expect(await sink.remove()).toBe(true);
      await expect(sink.fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
    },
    'POST /v1/Subscriptions': async (twilio) => {
      const { sink, subscription } = await subscribe(twilio);
      expect(subscription).toMatchObject({ description: 'Steps', sinkSid: sink.sid });
    },
    'GET /v1/Subscriptions': async (twilio) => {
      const { sink, subscription } = await subscribe(twilio);
      const { sid: other } = await createSink(twilio);
      const { subscriptions } = twilio.client.events.v1;
      expect(await subscriptions.list({ sinkSid: sink.sid })).toMatchObject([{ sid: subscription.sid }]);
      expect(await subscriptions.list({ sinkSid: other })).toEqual([]);
    },
    'GET /v1/Subscriptions/{Sid}': async (twilio) => {
      const { sid } = (await subscribe(twilio)).subscription;
      expect(await twilio.client.events.v1.subscriptions(sid).fetch()).toMatchObject({ sid });
    },
    'POST /v1/Subscriptions/{Sid}': async (twilio) => {
      const { sid } = (await subscribe(twilio)).subscription;
      const update = { description: 'Fewer' };
      expect(await twilio.client.events.v1.subscriptions(sid).update(update)).toMatchObject(update);
    },
    'DELETE /v1/Subscriptions/{Sid}': async (twilio) => {
      const { sid } = (await subscribe(twilio)).subscription;
      const subscription = twilio.client.events.v1.subscriptions(sid);
      expect(await subscription.remove()).toBe(true);
      await expect(subscription.fetch()).rejects.toMatchObject({ status: 404 });
    },
  });
});
