import { type LocalTwilio, startLocalTwilio } from '../../../../support/local-twilio';
import { createSink, DESTINATION, subscribe } from './arrange';

let twilio: LocalTwilio;
beforeEach(async () => {
  twilio = await startLocalTwilio();
});
afterEach(() => twilio.stop());

const create = (changes: object) =>
  twilio.client.events.v1.sinks.create({
    description: 'Everything',
    sinkType: 'webhook',
    sinkConfiguration: { destination: DESTINATION },
    ...changes,
  });

describe('Event Streams v1', () => {
  test.each([
    ['a Kinesis sink', { sinkType: 'kinesis' }, 'webhook sinks only'],
    ['no destination', { sinkConfiguration: { method: 'POST' } }, 'destination'],
    ['a destination that is no address', { sinkConfiguration: { destination: 'here' } }, 'destination'],
    ['another scheme', { sinkConfiguration: { destination: 'ftp://127.0.0.1/' } }, 'destination'],
    ['another method', { sinkConfiguration: { destination: DESTINATION, method: 'PUT' } }, 'method'],
    ['an empty description', { description: '' }, 'Description'],
  ])('refuses %s', async (_what, changes, message) => {
    const refused = { status: 400, code: 20001, message: expect.stringContaining(message) };
    await expect(create(changes)).rejects.toMatchObject(refused);
    expect(twilio.context.store.eventSinks.size).toBe(0);
  });

  test('refuses a subscription to a sink that is not there', async () => {
    const wanted = { description: 'Steps', sinkSid: `DG${'0'.repeat(32)}`, types: [{ type: 'a' }] };
    const refused = { code: 20001, message: expect.stringContaining('SinkSid') };
    await expect(twilio.client.events.v1.subscriptions.create(wanted)).rejects.toMatchObject(refused);
  });

  test.each([
    ['no type', {}],
    ['text', 'com.twilio.studio.flow.step.ended'],
  ])('refuses a subscription to %s', async (_what, type) => {
    const { sid: sinkSid } = await createSink(twilio);
    const wanted = { description: 'Steps', sinkSid, types: [type] };
    const refused = { code: 20001, message: expect.stringContaining('Types') };
    await expect(twilio.client.events.v1.subscriptions.create(wanted)).rejects.toMatchObject(refused);
  });

  test('keeps a sink that a subscription uses', async () => {
    const { sink, subscription } = await subscribe(twilio);
    const resource = twilio.client.events.v1.sinks(sink.sid);
    const refused = { status: 409, code: 20409, message: expect.stringContaining(subscription.sid) };
    await expect(resource.remove()).rejects.toMatchObject(refused);
    await twilio.client.events.v1.subscriptions(subscription.sid).remove();
    expect(await resource.remove()).toBe(true);
  });
});
