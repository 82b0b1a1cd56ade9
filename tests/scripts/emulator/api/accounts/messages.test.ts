import { receiveMessage } from '../../../../../scripts/emulator/executions/receive-message';
import { account, type LocalTwilio, startLocalTwilio } from '../../../../support/local-twilio';

const [from, to] = ['+14155550199', '+14155550100'];
const service = `MG${'a'.repeat(32)}`;
const statusCallback = 'https://example.com/status';
const fixed = 'fixed' as const;

async function arrange(): Promise<LocalTwilio> {
  const twilio = await startLocalTwilio();
  await twilio.client.incomingPhoneNumbers.create({ phoneNumber: from });
  twilio.context.store.messagingServices.set(service, [from]);
  return twilio;
}

const statusesOf = ({ webhooks }: LocalTwilio): (string | undefined)[] =>
  webhooks.asked.map(({ parameters }) => parameters.MessageStatus);

describe('a new message', () => {
  test('of 1 600 characters is sent, in segments', async () => {
    const twilio = await arrange();
    const bodies = ['a'.repeat(1600), 'a'.repeat(160), '€'.repeat(80), '日'.repeat(71)];
    const sent = await Promise.all(bodies.map((body) => twilio.client.messages.create({ from, to, body })));
    expect(sent.map(({ numSegments }) => numSegments)).toEqual(['11', '1', '1', '2']);
    await twilio.stop();
  });

  test('tells its callback of every status but the first', async () => {
    const twilio = await arrange();
    const sent = await twilio.client.messages.create({ from, to, body: 'Hello', statusCallback });
    expect(sent.status).toBe('queued');
    twilio.clock.advance(5000);
    expect(statusesOf(twilio)).toEqual(['sent', 'delivered']);
    expect(twilio.webhooks.asked[1]).toEqual({
      method: 'POST',
      url: statusCallback,
      parameters: {
        AccountSid: account.sid,
        ApiVersion: '2010-04-01',
        From: from,
        To: to,
        MessageSid: sent.sid,
        MessageStatus: 'delivered',
        SmsSid: sent.sid,
        SmsStatus: 'delivered',
      },
    });
    await twilio.stop();
  });

  test('of a messaging service is accepted first', async () => {
    const twilio = await arrange();
    const order = { messagingServiceSid: service, to, body: 'Hello', statusCallback };
    const sent = await twilio.client.messages.create(order);
    expect(sent).toMatchObject({ status: 'accepted', from, messagingServiceSid: service });
    twilio.clock.advance(5000);
    expect(statusesOf(twilio)).toEqual(['queued', 'sent', 'delivered']);
    await twilio.stop();
  });

  test('to a landline ends undelivered', async () => {
    const twilio = await arrange();
    twilio.context.store.lineTypes.set(to, 'landline');
    const { sid } = await twilio.client.messages.create({ from, to, body: 'Hello', statusCallback });
    twilio.clock.advance(5000);
    expect(await twilio.client.messages(sid).fetch()).toMatchObject({
      status: 'undelivered',
      errorCode: 30006,
      errorMessage: 'Landline or unreachable carrier',
    });
    expect(twilio.webhooks.asked.at(-1)?.parameters).toMatchObject({ ErrorCode: '30006' });
    expect(twilio.context.inbox.messagesTo(to)).toEqual([]);
    await twilio.stop();
  });

  test('ends as the phone is told to take it', async () => {
    const twilio = await arrange();
    twilio.context.phones.behave(to, { texts: { status: 'failed', errorCode: 30450 } });
    const { sid } = await twilio.client.messages.create({ from, to, body: 'Hello', statusCallback });
    twilio.clock.advance(5000);
    expect(await twilio.client.messages(sid).fetch()).toMatchObject({ status: 'failed', dateSent: null });
    expect(statusesOf(twilio)).toEqual(['failed']);
    await twilio.stop();
  });

  test('goes to WhatsApp by its prefix', async () => {
    const twilio = await arrange();
    const addresses = { from: `whatsapp:${from}`, to: `whatsapp:${to}` };
    await twilio.client.messages.create({ ...addresses, body: 'Hello' });
    await twilio.client.messages.create({
      ...addresses,
      contentSid: `HX${'a'.repeat(32)}`,
      contentVariables: '{"1":"123456"}',
    });
    const [second, first] = twilio.context.inbox.messagesTo(to);
    expect(first).toMatchObject({ ...addresses, channel: 'whatsapp', body: 'Hello' });
    expect(second?.body).toBe('123456');
    await twilio.stop();
  });

  test('can be scheduled, and canceled until then', async () => {
    const twilio = await arrange();
    const sendAt = new Date(twilio.clock.now() + 600_000);
    const order = { messagingServiceSid: service, to, scheduleType: fixed, sendAt };
    const { sid, status } = await twilio.client.messages.create({ ...order, body: 'Kept' });
    const dropped = await twilio.client.messages.create({ ...order, body: 'Dropped' });
    expect(status).toBe('scheduled');
    expect(await twilio.client.messages(dropped.sid).update({ status: 'canceled' })).toMatchObject({
      status: 'canceled',
    });
    expect(twilio.context.inbox.messagesTo(to)).toEqual([]);
    twilio.clock.advance(601_000);
    expect(twilio.context.inbox.messagesTo(to).map(({ body }) => body)).toEqual(['Kept']);
    await expect(twilio.client.messages(sid).update({ status: 'canceled' })).rejects.toMatchObject({
      code: 30409,
    });
    await twilio.stop();
  });

  test('cannot be deleted or redacted while it is under way', async () => {
    const twilio = await arrange();
    const { sid } = await twilio.client.messages.create({ from, to, body: 'Hello' });
    const sent = twilio.client.messages(sid);
    await expect(sent.remove()).rejects.toMatchObject({ code: 20009 });
    await expect(sent.update({ body: '' })).rejects.toMatchObject({ code: 20009 });
    await expect(sent.update({ body: 'Other' })).rejects.toMatchObject({ code: 30400 });
    await twilio.stop();
  });

  test('that a fault answers is not sent', async () => {
    const twilio = await arrange();
    const effect = { kind: 'answer', status: 503, code: 20503, message: 'Service unavailable' } as const;
    twilio.faults.add({ host: 'api.twilio.com', path: /Messages/, method: 'POST', times: 1, effect });
    await expect(twilio.client.messages.create({ from, to, body: 'Hello' })).rejects.toMatchObject({
      code: 20503,
    });
    expect(twilio.context.inbox.messagesTo(to)).toEqual([]);
    await twilio.stop();
  });
});

describe('STOP and START', () => {
  const send = ({ client }: LocalTwilio) => client.messages.create({ from, to, body: 'Hello' });
  const text = ({ context }: LocalTwilio, body: string): void => {
    receiveMessage(context, { from: to, to: from, body });
  };

  test.each(['STOP', ' stop ', 'Cancel'])('%j ends the messages of the number', async (word) => {
    const twilio = await arrange();
    text(twilio, word);
    await expect(send(twilio)).rejects.toMatchObject({ code: 21610, status: 400 });
    const byService = twilio.client.messages.create({ messagingServiceSid: service, to, body: 'Hello' });
    await expect(byService).rejects.toMatchObject({ code: 21610 });
    text(twilio, 'start');
    expect(await send(twilio)).toMatchObject({ status: 'queued' });
    expect(twilio.context.inbox.messagesTo(to).map(({ direction }) => direction)).toEqual([
      'outbound-api',
      'outbound-reply',
      'outbound-reply',
    ]);
    await twilio.stop();
  });

  test.each(['Please stop', 'YES'])('%j changes nothing', async (word) => {
    const twilio = await arrange();
    text(twilio, word);
    expect(await send(twilio)).toMatchObject({ status: 'queued' });
    expect(twilio.context.inbox.messagesTo(to)).toHaveLength(1);
    await twilio.stop();
  });
});
