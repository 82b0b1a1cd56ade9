import { accounts } from '../../../../../scripts/emulator/api/accounts/product';
import type { Call } from '../../../../../scripts/emulator/entities/call';
import { account, type LocalTwilio } from '../../../../support/local-twilio';
import { type RouteCase, testRoutes } from '../../../../support/route-cases';

const base = '/2010-04-01/Accounts/{AccountSid}';
const [from, to] = ['+14155550199', '+14155550100'];

async function aNumber({ client }: LocalTwilio) {
  const { sid } = await client.incomingPhoneNumbers.create({
    phoneNumber: from,
    voiceUrl: 'https://example.com/a',
  });
  return client.incomingPhoneNumbers(sid);
}

async function aMessage(twilio: LocalTwilio) {
  await aNumber(twilio);
  const { sid } = await twilio.client.messages.create({ from, to, body: 'Hello' });
  twilio.clock.advance(1000);
  return twilio.client.messages(sid);
}

function aCall({ context }: LocalTwilio, caller: string): Call {
  const now = context.clock.now();
  const call: Call = {
    sid: context.ids.sid('CA'),
    from: caller,
    to: from,
    direction: 'inbound',
    status: 'completed',
    dateCreated: now,
    startTime: now,
    endTime: now + 61_000,
  };
  context.store.calls.set(call.sid, call);
  return call;
}

const cases: Record<string, RouteCase> = {
  'GET /2010-04-01/Accounts/{Sid}.json': async ({ client }) => {
    const fetched = await client.api.v2010.accounts(account.sid).fetch();
    expect(fetched).toMatchObject({ sid: account.sid, status: 'active', type: 'Full', authToken: null });
  },
  [`POST ${base}/Keys.json`]: async ({ client }) => {
    const key = await client.newKeys.create({ friendlyName: 'deploys' });
    expect(key).toMatchObject({ sid: expect.stringMatching(/^SK[0-9a-f]{32}$/), friendlyName: 'deploys' });
    expect(key.secret).toMatch(/^[0-9a-f]{32}$/);
  },
  [`GET ${base}/Keys.json`]: async ({ client }) => {
    for (const friendlyName of ['one', 'two', 'three']) await client.newKeys.create({ friendlyName });
    const all = await client.keys.list({ pageSize: 2 });
    expect(all.map((key) => key.friendlyName)).toEqual(['three', 'two', 'one']);
  },
  [`GET ${base}/Keys/{Sid}.json`]: async ({ client }) => {
    const { sid } = await client.newKeys.create({ friendlyName: 'deploys' });
    expect(await client.keys(sid).fetch()).toMatchObject({ sid, friendlyName: 'deploys' });
  },
  [`POST ${base}/Keys/{Sid}.json`]: async ({ client }) => {
    const { sid } = await client.newKeys.create({ friendlyName: 'deploys' });
    expect(await client.keys(sid).update({ friendlyName: 'plans' })).toMatchObject({ friendlyName: 'plans' });
  },
  [`DELETE ${base}/Keys/{Sid}.json`]: async ({ client }) => {
    const { sid } = await client.newKeys.create();
    expect(await client.keys(sid).remove()).toBe(true);
    await expect(client.keys(sid).fetch()).rejects.toMatchObject({ status: 404 });
  },
  [`POST ${base}/IncomingPhoneNumbers.json`]: async ({ client }) => {
    const bought = await client.incomingPhoneNumbers.create({
      phoneNumber: from,
      voiceUrl: 'https://example.com/a',
    });
    expect(bought).toMatchObject({
      phoneNumber: from,
      voiceUrl: 'https://example.com/a',
      voiceMethod: 'POST',
    });
  },
  [`GET ${base}/IncomingPhoneNumbers.json`]: async ({ client }) => {
    const numbers = ['+14155550111', '+14155550112', '+14155550113'];
    for (const phoneNumber of numbers) await client.incomingPhoneNumbers.create({ phoneNumber });
    const all = await client.incomingPhoneNumbers.list({ pageSize: 2 });
    expect(all.map((each) => each.phoneNumber)).toEqual([...numbers].reverse());
    const some = await client.incomingPhoneNumbers.list({ phoneNumber: '+14155550112' });
    expect(some.map((each) => each.phoneNumber)).toEqual(['+14155550112']);
  },
  [`GET ${base}/IncomingPhoneNumbers/{Sid}.json`]: async (twilio) => {
    expect(await (await aNumber(twilio)).fetch()).toMatchObject({ phoneNumber: from, friendlyName: from });
  },
  [`POST ${base}/IncomingPhoneNumbers/{Sid}.json`]: async (twilio) => {
    const changed = await (
      await aNumber(twilio)
    ).update({ voiceUrl: 'https://example.com/b', voiceMethod: 'GET' });
    expect(changed).toMatchObject({
      phoneNumber: from,
      voiceUrl: 'https://example.com/b',
      voiceMethod: 'GET',
    });
  },
  [`DELETE ${base}/IncomingPhoneNumbers/{Sid}.json`]: async (twilio) => {
    const number = await aNumber(twilio);
    await number.remove();
    await expect(number.fetch()).rejects.toMatchObject({ code: 20404 });
  },
  [`POST ${base}/Messages.json`]: async (twilio) => {
    await aNumber(twilio);
    const sent = await twilio.client.messages.create({ from, to, body: 'Hello' });
    expect(sent).toMatchObject({ from, to, body: 'Hello', status: 'queued', dateSent: null });
    expect(twilio.context.inbox.messagesTo(to)).toMatchObject([{ sid: sent.sid, body: 'Hello' }]);
  },
  [`GET ${base}/Messages.json`]: async (twilio) => {
    await aNumber(twilio);
    const { client, clock } = twilio;
    for (const body of ['One', 'Two', 'Three']) await client.messages.create({ from, to, body });
    await client.messages.create({ from, to: '+14155550101', body: 'Other' });
    const listed = await client.messages.list({ to, pageSize: 2 });
    expect(listed.map((each) => each.body)).toEqual(['Three', 'Two', 'One']);
    clock.advance(1000);
    const today = new Date(Date.UTC(2026, 0, 1, 12));
    const count = async (filter: object): Promise<number> => (await client.messages.list(filter)).length;
    expect(await count({ dateSentAfter: today })).toBe(4);
    expect(await count({ dateSentBefore: new Date(today.getTime() - 1000) })).toBe(0);
  },
  [`GET ${base}/Messages/{Sid}.json`]: async (twilio) => {
    const message = await aMessage(twilio);
    expect(await message.fetch()).toMatchObject({ status: 'delivered', body: 'Hello', errorCode: null });
  },
  [`POST ${base}/Messages/{Sid}.json`]: async (twilio) => {
    const message = await aMessage(twilio);
    expect(await message.update({ body: '' })).toMatchObject({ body: '', status: 'delivered' });
    expect(twilio.context.inbox.messagesTo(to)).toMatchObject([{ body: 'Hello' }]);
  },
  [`DELETE ${base}/Messages/{Sid}.json`]: async (twilio) => {
    const message = await aMessage(twilio);
    await message.remove();
    await expect(message.fetch()).rejects.toMatchObject({ code: 20404 });
  },
  [`POST ${base}/Calls.json`]: async (twilio) => {
    await aNumber(twilio);
    const call = await twilio.client.calls.create({
      from,
      to,
      twiml: '<Response><Say>Hello</Say></Response>',
    });
    expect(call).toMatchObject({ from, to, status: 'queued', direction: 'outbound-api', duration: null });
    twilio.clock.advance(10_000);
    expect(await twilio.client.calls(call.sid).fetch()).toMatchObject({ status: 'completed', duration: '0' });
  },
  [`POST ${base}/Calls/{Sid}.json`]: async (twilio) => {
    await aNumber(twilio);
    const url = 'https://example.com/voice';
    const { sid } = await twilio.client.calls.create({ from, to, url });
    expect(await twilio.client.calls(sid).update({ status: 'canceled' })).toMatchObject({
      status: 'canceled',
    });
  },
  [`DELETE ${base}/Calls/{Sid}.json`]: async (twilio) => {
    const { sid } = aCall(twilio, to);
    await twilio.client.calls(sid).remove();
    await expect(twilio.client.calls(sid).fetch()).rejects.toMatchObject({ code: 20404 });
  },
  [`GET ${base}/Calls.json`]: async (twilio) => {
    for (const caller of [to, '+14155550101', to]) aCall(twilio, caller);
    const listed = await twilio.client.calls.list({ from: to, pageSize: 1 });
    expect(listed.map((each) => each.from)).toEqual([to, to]);
    const earlier = new Date(twilio.clock.now() - 1000);
    expect(await twilio.client.calls.list({ startTimeAfter: earlier })).toHaveLength(3);
    expect(await twilio.client.calls.list({ endTimeBefore: earlier })).toHaveLength(0);
  },
  [`GET ${base}/Calls/{Sid}.json`]: async (twilio) => {
    const { sid } = aCall(twilio, to);
    expect(await twilio.client.calls(sid).fetch()).toMatchObject({
      sid,
      status: 'completed',
      duration: '61',
    });
    const unanswered = { ...aCall(twilio, to), status: 'no-answer' as const, startTime: null };
    twilio.context.store.calls.set(unanswered.sid, unanswered);
    expect(await twilio.client.calls(unanswered.sid).fetch()).toMatchObject({
      status: 'no-answer',
      startTime: null,
      endTime: null,
      duration: null,
    });
  },
};

describe('the 2010 API', () => {
  testRoutes(accounts, cases);
});
