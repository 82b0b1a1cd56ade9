import { createHmac } from 'node:crypto';

import { deliverEnd } from '../../../functions/lib/otp/deliver-end.private';
import type { OtpTools } from '../../../functions/lib/otp/otp-tools.private';
import { parseRecord } from '../../../functions/lib/otp/record.private';
import type { Try } from '../../../functions/lib/otp/record.private';
import { hasValidSignature } from '../../../scripts/emulator/runtime/signature';
import { invokeOtp, letPass, requestOf, useQuietRuntime, wrongCode } from '../fakes/invoke-otp';
import { createOtpWorld } from '../fakes/otp-world';
import type { OtpWorld } from '../fakes/otp-world';

const TO = '+14155550100';
const URL_OF_HOOK = 'https://app.example.com/hook';
const SECRET = 'a-secret-of-the-webhook';
const HOOKED = { OTP_WEBHOOK_URL: URL_OF_HOOK, OTP_WEBHOOK_SECRET: SECRET };

useQuietRuntime();

function lettersTo(world: OtpWorld, url: string): readonly object[] {
  const bodies = world.letters.filter((letter) => letter.url === url).map(({ body }) => body);
  return bodies.map((body): object => {
    const json: unknown = JSON.parse(body);
    return Object.assign({}, json);
  });
}

function dropped(world: OtpWorld): number {
  return world.letters.filter(({ url }) => url.endsWith('/otp/deliver')).length;
}

/** Tools whose webhook takes a while to hear, during which something happens. */
function hearingSlowly(world: OtpWorld, happens: () => Promise<void>): OtpTools {
  const tools = world.tools();
  const post: OtpTools['courier']['post'] = async (letter) => {
    await happens();
    return tools.courier.post(letter);
  };
  return { ...tools, courier: { ...tools.courier, post } };
}

describe('the end of a request', () => {
  test('stays due when another one was told', async () => {
    const world = createOtpWorld(HOOKED);
    const requestId = await requestOf(world, TO);
    const record = parseRecord(world.sync.dataOf(requestId));
    await letPass(world, 300_000);
    const slow = hearingSlowly(world, async () => {
      // A guess that was counted in time, and whose write was slow.
      const late: Try = { at: record.expiresAt - 1, by: 'late', digest: record.code?.digest ?? '' };
      await world.sync.update(requestId, { data: { ...record, tries: [late] }, revision: '0' });
    });
    await world.time.run(deliverEnd(requestId, slow));
    expect((await invokeOtp(world, 'deliver', { requestId })).body['delivery']).toBe('delivered');
    const told = lettersTo(world, URL_OF_HOOK).map((letter): unknown => Reflect.get(letter, 'type'));
    expect(told).toEqual(['otp.failed', 'otp.verified']);
  });

  test('is handed to otp/deliver under the signature of Twilio', async () => {
    const world = createOtpWorld(HOOKED);
    const requestId = await requestOf(world, TO);
    expect(dropped(world)).toBe(0);
    await invokeOtp(world, 'verify', { requestId, code: world.code() });
    const [letter] = world.letters;
    const request = {
      method: 'POST',
      domain: 'otp.example.twil.io',
      path: '/otp/deliver',
      headers: Object.fromEntries(
        Object.entries(letter?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      body: letter?.body ?? '',
    };
    expect(letter?.body).toBe(`requestId=${requestId}`);
    expect(hasValidSignature(request, 'the-auth-token')).toBe(true);
  });

  test('is told signed, and with one id however often', async () => {
    const world = createOtpWorld(HOOKED);
    const around = { headers: { 'x-correlation-id': 'visit-1' } };
    const made = await invokeOtp(world, 'request', { phoneNumber: TO, purpose: 'login' }, around);
    const requestId = String(made.body['requestId']);
    await invokeOtp(world, 'verify', { requestId, code: world.code() });
    const first = await invokeOtp(world, 'deliver', { requestId });
    expect([first.statusCode, first.body['delivery']]).toEqual([200, 'delivered']);
    const again = await invokeOtp(world, 'deliver', { requestId });
    expect([again.statusCode, again.body['delivery']]).toEqual([200, 'not_due']);
    expect(lettersTo(world, URL_OF_HOOK)).toEqual([
      {
        id: `${requestId}.verified`,
        type: 'otp.verified',
        requestId,
        purpose: 'login',
        at: expect.stringMatching(/^1970-01-01T00:00:0/),
        correlationId: 'visit-1',
      },
    ]);
    const letter = world.letters.find(({ url }) => url === URL_OF_HOOK);
    const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(letter?.headers['X-Otp-Signature'] ?? '') ?? [];
    expect(v1).toBe(
      createHmac('sha256', SECRET)
        .update(`${t ?? ''}.${letter?.body ?? ''}`)
        .digest('hex'),
    );
  });

  test.each([
    ['locked', 3],
    ['expired', 0],
    ['cancelled', 1],
  ])('is told as failed when %s', async (reason, guesses) => {
    const world = createOtpWorld(HOOKED);
    const requestId = await requestOf(world, TO);
    for (let guess = 0; guess < guesses; guess += 1) {
      await invokeOtp(world, 'verify', { requestId, code: wrongCode(world) });
    }
    if (reason === 'cancelled') await invokeOtp(world, 'cancel', { requestId });
    if (reason === 'expired') {
      await letPass(world, 300_000);
      await invokeOtp(world, 'status', { requestId });
    }
    expect(dropped(world)).toBe(1);
    await invokeOtp(world, 'deliver', { requestId });
    expect(lettersTo(world, URL_OF_HOOK)).toMatchObject([
      { id: `${requestId}.${reason}`, type: 'otp.failed', reason },
    ]);
  });

  test('stays due while nobody listens, and is told when somebody passes by', async () => {
    const world = createOtpWorld(HOOKED);
    const requestId = await requestOf(world, TO);
    await invokeOtp(world, 'verify', { requestId, code: world.code() });
    world.webhook.status = 500;
    const begin = world.time.now();
    const failed = await invokeOtp(world, 'deliver', { requestId });
    expect([failed.statusCode, failed.body['code']]).toEqual([503, 'temporarily_unavailable']);
    expect(lettersTo(world, URL_OF_HOOK)).toHaveLength(4);
    expect(world.time.now() - begin).toBeLessThan(8_500);
    await invokeOtp(world, 'status', { requestId });
    expect(dropped(world)).toBe(1);
    await letPass(world, 10_000);
    await invokeOtp(world, 'status', { requestId });
    expect(dropped(world)).toBe(2);
    world.webhook.status = 204;
    await invokeOtp(world, 'deliver', { requestId });
    await letPass(world, 20_000);
    await invokeOtp(world, 'status', { requestId });
    expect(dropped(world)).toBe(2);
  });

  test('does not hold up or change the answer when the word cannot be passed on', async () => {
    const world = createOtpWorld(HOOKED);
    const requestId = await requestOf(world, TO);
    const around = { mishaps: new Map([[3, 'lost-before' as const]]) };
    const { body } = await invokeOtp(world, 'verify', { requestId, code: world.code() }, around);
    expect(body['status']).toBe('valid');
  });

  test('is nobody’s concern without a webhook', async () => {
    const world = createOtpWorld();
    const requestId = await requestOf(world, TO);
    await invokeOtp(world, 'verify', { requestId, code: world.code() });
    const { body } = await invokeOtp(world, 'deliver', { requestId });
    expect([world.letters, body['delivery']]).toEqual([[], 'not_due']);
  });

  test.each([undefined, '', 'x', `otp_${'a'.repeat(22)}`])('cannot be told of %j', async (requestId) => {
    const { statusCode } = await invokeOtp(createOtpWorld(HOOKED), 'deliver', { requestId });
    expect(statusCode).toBe(requestId === undefined ? 400 : 404);
  });
});
