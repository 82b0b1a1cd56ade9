import type { RingingCall } from '../../../../../scripts/emulator/voice/call-order';
import { account } from '../../../../support/local-twilio';
import {
  from,
  heardBy,
  pass,
  phoneOf,
  said,
  startWithNumber,
  to,
  twiml,
  url,
} from '../../../../support/outgoing-calls';

const statusCallback = 'https://example.com/status';
const EVERY_EVENT = ['initiated', 'ringing', 'answered', 'completed'];

/** A moment in which the phone has answered and speaks. */
const ANSWERED = 6001;

describe('a new call', () => {
  test('rings, is answered, and is asked about by its URL', async () => {
    const twilio = await startWithNumber();
    twilio.webhooks.answers.set(
      url,
      twiml('<Say>Your code is 1, 2, 3, 4.</Say><Pause length="2"/><Play>a.mp3</Play>'),
    );
    const { sid } = await twilio.client.calls.create({ from, to, url });
    const status = async (): Promise<string> => (await twilio.client.calls(sid).fetch()).status;
    await pass(twilio, 2);
    expect(await status()).toBe('ringing');
    await pass(twilio, 5);
    expect(await status()).toBe('in-progress');
    await pass(twilio, 20);
    expect(await twilio.client.calls(sid).fetch()).toMatchObject({ status: 'completed', duration: '9' });
    expect(heardBy(twilio)).toEqual([
      said('Your code is 1, 2, 3, 4.'),
      { kind: 'paused', seconds: 2 },
      { kind: 'played', url: 'a.mp3' },
    ]);
    expect(phoneOf(twilio).codeHeard()).toBe('1234');
    expect(twilio.webhooks.asked).toMatchObject([
      {
        method: 'POST',
        url,
        parameters: { CallSid: sid, CallStatus: 'in-progress', Direction: 'outbound-api' },
      },
    ]);
    await twilio.stop();
  });

  test('tells its callback what it asked to hear of', async () => {
    const twilio = await startWithNumber();
    const order = { from, to, twiml: '<Response><Pause length="70"/></Response>', statusCallback };
    const { sid } = await twilio.client.calls.create({ ...order, statusCallbackEvent: EVERY_EVENT });
    await pass(twilio, 100);
    expect(twilio.webhooks.asked.map(({ parameters }) => parameters.CallStatus)).toEqual([
      'initiated',
      'ringing',
      'in-progress',
      'completed',
    ]);
    expect(twilio.webhooks.asked.at(-1)).toMatchObject({
      method: 'POST',
      url: statusCallback,
      parameters: {
        AccountSid: account.sid,
        CallSid: sid,
        From: from,
        To: to,
        CallDuration: '70',
        Duration: '2',
        SequenceNumber: '3',
        CallbackSource: 'call-progress-events',
        Timestamp: 'Thu, 01 Jan 2026 12:01:16 +0000',
      },
    });
    await twilio.stop();
  });

  test.each([
    ['busy', { calls: 'busy' }, ['initiated', 'ringing', 'busy']],
    ['failed', { calls: 'failed' }, ['initiated', 'failed']],
    ['no-answer', { calls: 'ring' }, ['initiated', 'ringing', 'no-answer']],
  ] as const)('ends as %s where the phone does', async (status, habits, told) => {
    const twilio = await startWithNumber();
    phoneOf(twilio).behave(habits);
    const order = { from, to, url, statusCallback, statusCallbackEvent: EVERY_EVENT, timeout: 20 };
    const { sid } = await twilio.client.calls.create(order);
    await pass(twilio, 30);
    expect(await twilio.client.calls(sid).fetch()).toMatchObject({ status, duration: null, endTime: null });
    expect(twilio.webhooks.asked.map(({ parameters }) => parameters.CallStatus)).toEqual(told);
    expect(heardBy(twilio)).toEqual([]);
    await twilio.stop();
  });

  test('can be answered, turned away and hung up by hand', async () => {
    const twilio = await startWithNumber();
    phoneOf(twilio).behave({ calls: 'ring' });
    const rings: RingingCall[] = [];
    phoneOf(twilio).onRing((call) => rings.push(call));
    const sids: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      const order = { from, to, twiml: '<Response><Pause length="60"/></Response>' };
      sids.push((await twilio.client.calls.create(order)).sid);
    }
    await pass(twilio, 3);
    rings[0]?.answer();
    rings[1]?.decline();
    await pass(twilio, 3);
    rings[0]?.hangUp();
    const calls = await Promise.all(sids.map((sid) => twilio.client.calls(sid).fetch()));
    expect(calls.map(({ status, duration }) => [status, duration])).toEqual([
      ['completed', '3'],
      ['busy', null],
    ]);
    await twilio.stop();
  });

  test('that a fault answers is not made', async () => {
    const twilio = await startWithNumber();
    const effect = { kind: 'answer', status: 503, code: 20503, message: 'Service unavailable' } as const;
    twilio.faults.add({ host: 'api.twilio.com', path: /Calls/, method: 'POST', times: 1, effect });
    await expect(twilio.client.calls.create({ from, to, url })).rejects.toMatchObject({ code: 20503 });
    expect(phoneOf(twilio).calls()).toEqual([]);
    await twilio.stop();
  });
});

describe('a change of a call', () => {
  const long = '<Response><Pause length="60"/></Response>';

  test('sends it elsewhere', async () => {
    const twilio = await startWithNumber();
    const { sid } = await twilio.client.calls.create({ from, to, twiml: long });
    twilio.clock.advance(ANSWERED);
    await twilio.client.calls(sid).update({ twiml: '<Response><Say>Instead.</Say></Response>' });
    await pass(twilio, 5);
    expect(heardBy(twilio)).toEqual([{ kind: 'paused', seconds: 60 }, said('Instead.')]);
    await expect(twilio.client.calls(sid).update({ url })).rejects.toMatchObject({ code: 21220 });
    await twilio.stop();
  });

  test('forgets an answer that is still to come', async () => {
    const twilio = await startWithNumber();
    twilio.webhooks.answers.set(url, twiml('<Say>Late.</Say>'));
    const { sid } = await twilio.client.calls.create({ from, to, url });
    twilio.clock.advance(ANSWERED);
    const live = twilio.context.outgoingCalls.find(sid);
    live?.redirect({ twiml: '<Response><Say>Now.</Say></Response>' });
    await pass(twilio, 20);
    expect(heardBy(twilio)).toEqual([said('Now.')]);
    await twilio.stop();
  });

  test.each([
    ['completed', ANSWERED, 'completed'],
    ['canceled', ANSWERED, 'in-progress'],
    ['completed', 2000, 'canceled'],
    ['canceled', 2000, 'canceled'],
  ] as const)('to %s after %i ms leaves it %s', async (status, after, left) => {
    const twilio = await startWithNumber();
    const { sid } = await twilio.client.calls.create({ from, to, twiml: long });
    twilio.clock.advance(after);
    expect(await twilio.client.calls(sid).update({ status })).toMatchObject({ status: left });
    await twilio.stop();
  });

  test('cannot delete it while it lasts', async () => {
    const twilio = await startWithNumber();
    const { sid } = await twilio.client.calls.create({ from, to, twiml: long });
    await expect(twilio.client.calls(sid).remove()).rejects.toMatchObject({ code: 20009 });
    await expect(twilio.client.calls(sid).update({ url })).rejects.toMatchObject({ code: 21220 });
    await twilio.stop();
  });
});
