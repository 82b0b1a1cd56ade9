import { validateRequest } from 'twilio';

import { ask } from '../../../../scripts/emulator/executions/ask';
import { MAXIMUM_ANSWER_BYTES } from '../../../../studio/model/limits';
import type { TransportRequest, TransportResponse } from '../../../../scripts/emulator/executions/transport';
import type { OutgoingRequest } from '../../../../studio/model/wait';
import { createManualClock } from '../../../support/manual-clock';
import { owner } from '../../../support/phone-world';

const URL_OF_FUNCTION = 'https://verify-1234-dev.twil.io/start?a=b';
const outgoing: OutgoingRequest = {
  method: 'POST',
  url: URL_OF_FUNCTION,
  contentType: 'application/x-www-form-urlencoded',
  body: 'to=%2B14155550100&channel=sms',
  parameters: { to: '+14155550100', channel: 'sms' },
  addTwilioAuth: false,
};
const ok: TransportResponse = { status: 200, headers: { 'content-type': 'text/plain' }, body: 'fine' };

/** A world whose network answers with these, in order; the last one again and again. */
function network(...answers: (TransportResponse | Promise<TransportResponse>)[]) {
  const sent: TransportRequest[] = [];
  const clock = createManualClock();
  const transport = async (request: TransportRequest): Promise<TransportResponse> => {
    sent.push(request);
    return answers[Math.min(sent.length, answers.length) - 1] ?? ok;
  };
  return { sent, clock, world: { account: owner, clock, transport } };
}
const moved = (status: number, location: string): TransportResponse => ({
  status,
  headers: { location },
  body: '',
});

describe('ask', () => {
  test('brings status, headers and body', async () => {
    const { world } = network(ok);
    expect(await ask(world, 'function', outgoing)).toEqual({
      status: 200,
      contentType: 'text/plain',
      body: 'fine',
      headers: { 'content-type': 'text/plain' },
    });
  });

  test('signs a request to a function, and no other', async () => {
    const { world, sent } = network(ok);
    await ask(world, 'function', outgoing);
    await ask(world, 'http', outgoing);
    const [signed = '', unsigned] = sent.map(({ headers }) => headers['x-twilio-signature']);
    expect(validateRequest(owner.authToken, signed, outgoing.url, outgoing.parameters)).toBe(true);
    expect(unsigned).toBeUndefined();
  });

  test('signs every value of a repeated field', async () => {
    const { world, sent } = network(ok);
    await ask(world, 'function', { ...outgoing, body: 'to=1&to=2' });
    const signature = sent[0]?.headers['x-twilio-signature'] ?? '';
    expect(validateRequest(owner.authToken, signature, outgoing.url, { to: ['1', '2'] })).toBe(true);
  });

  test('gives up after ten seconds', async () => {
    const { world, clock } = network(new Promise<TransportResponse>(() => undefined));
    const result = ask(world, 'function', outgoing);
    clock.advance(9999);
    const early = await Promise.race([result, Promise.resolve('still waiting')]);
    clock.advance(1);
    expect([early, await result]).toEqual(['still waiting', { failure: 'timeout' }]);
  });

  test.each([
    ['reads a body of 64 kB', MAXIMUM_ANSWER_BYTES, 200],
    ['reads no longer body', MAXIMUM_ANSWER_BYTES + 1, undefined],
  ])('%s', async (_what, length, status) => {
    const { world } = network({ ...ok, body: 'x'.repeat(length) });
    const result = await ask(world, 'http', outgoing);
    expect('status' in result ? result.status : result.failure).toBe(status ?? 'too-large');
  });

  test('follows a redirect with a GET', async () => {
    const { world, sent } = network(moved(302, '/other?x=1'), ok);
    expect(await ask(world, 'function', outgoing)).toMatchObject({ status: 200 });
    expect(sent[1]).toMatchObject({ method: 'GET', body: '' });
    expect(sent[1]?.url.href).toBe('https://verify-1234-dev.twil.io/other?x=1');
  });

  test('repeats the request where a redirect says so', async () => {
    const { world, sent } = network(moved(307, 'https://127.0.0.1/'), ok);
    await ask(world, 'http', { ...outgoing, url: 'https://user:secret@127.0.0.2/' });
    expect(sent.map(({ method, body }) => [method, body])).toEqual([
      ['POST', outgoing.body],
      ['POST', outgoing.body],
    ]);
    expect(sent.map(({ headers }) => 'authorization' in headers)).toEqual([true, false]);
  });

  test('takes the sixth redirect for the answer', async () => {
    const { world, sent } = network(moved(302, '/again'));
    expect(await ask(world, 'http', outgoing)).toMatchObject({ status: 302 });
    expect(sent).toHaveLength(6);
  });

  test('gives the account away to hosts of Twilio only', async () => {
    const { world, sent } = network(ok);
    const withAuth = { ...outgoing, addTwilioAuth: true };
    expect(await ask(world, 'http', withAuth)).toEqual({ failure: 'network' });
    await ask(world, 'http', { ...withAuth, url: 'https://api.twilio.com/2010-04-01/Accounts.json' });
    const credentials = Buffer.from(`${owner.sid}:${owner.authToken}`).toString('base64');
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([`Basic ${credentials}`]);
  });

  test('logs in with what the address says', async () => {
    const { world, sent } = network(ok);
    await ask(world, 'http', { ...outgoing, url: 'https://ada:s%40cret@127.0.0.1/' });
    const credentials = Buffer.from('ada:s@cret').toString('base64');
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([`Basic ${credentials}`]);
  });

  test('takes a lone percent sign of an address for itself', async () => {
    const { world, sent } = network(ok);
    await ask(world, 'http', { ...outgoing, url: 'https://50%off:1@127.0.0.1/' });
    const credentials = Buffer.from('50%off:1').toString('base64');
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([`Basic ${credentials}`]);
  });

  test.each(['', 'verify', 'ftp://127.0.0.1/', 'http://'])('cannot use the address "%s"', async (url) => {
    expect(await ask(network(ok).world, 'http', { ...outgoing, url })).toEqual({ failure: 'malformed-url' });
  });

  test('says when nobody is there', async () => {
    const { world } = network(Promise.reject(new Error('nobody')));
    expect(await ask(world, 'http', outgoing)).toEqual({ failure: 'network' });
  });
});
