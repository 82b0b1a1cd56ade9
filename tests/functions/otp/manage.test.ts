import { invokeOtp, letPass, requestOf, useQuietRuntime, wrongCode } from '../fakes/invoke-otp';
import { createOtpWorld } from '../fakes/otp-world';

const TO = '+14155550100';
const logged = useQuietRuntime();

describe('otp/status', () => {
  test('goes from Pending over Running to Completed', async () => {
    const world = createOtpWorld();
    const requestId = await requestOf(world, TO, { purpose: 'login' });
    const pending = await invokeOtp(
      world,
      'status',
      { requestId },
      { headers: { 'content-type': undefined } },
    );
    expect([pending.statusCode, pending.body['runtimeStatus']]).toEqual([202, 'Pending']);
    expect(pending.body).toMatchObject({
      name: 'otp',
      output: null,
      input: { phoneNumber: '+1******0100', purpose: 'login', channel: 'sms' },
      createdTime: '1970-01-01T00:00:00.000Z',
      lastUpdatedTime: '1970-01-01T00:00:00.000Z',
      status: 'pending',
      attemptsRemaining: 3,
    });
    await letPass(world, 10_000);
    const running = await invokeOtp(world, 'status', { requestId });
    expect([running.statusCode, running.body['runtimeStatus']]).toEqual([202, 'Running']);
    await invokeOtp(world, 'verify', { requestId, code: world.code() });
    const completed = await invokeOtp(world, 'status', { requestId });
    expect(completed.statusCode).toBe(200);
    expect(completed.body).toMatchObject({
      runtimeStatus: 'Completed',
      output: true,
      status: 'verified',
      attemptsRemaining: 0,
      nextSendAt: null,
    });
  });

  test('is completed with false when the time is over', async () => {
    const world = createOtpWorld({ OTP_TTL_SECONDS: '90', OTP_MAX_ATTEMPTS: '4' });
    const requestId = await requestOf(world, TO);
    await letPass(world, 90_000);
    const { statusCode, body } = await invokeOtp(world, 'status', { requestId });
    expect([statusCode, body['runtimeStatus'], body['output'], body['status']]).toEqual([
      200,
      'Completed',
      false,
      'expired',
    ]);
    expect(body['lastUpdatedTime']).toBe(body['expiresAt']);
  });
});

describe('otp/event', () => {
  test('answers 202 however the code is, and 410 once it has ended', async () => {
    const world = createOtpWorld();
    const requestId = await requestOf(world, TO);
    const raise = (code: string) => invokeOtp(world, 'event', { requestId, eventName: 'code', code });
    const wrong = await raise(wrongCode(world));
    expect([wrong.statusCode, wrong.body]).toEqual([202, {}]);
    expect((await invokeOtp(world, 'status', { requestId })).body).toMatchObject({
      runtimeStatus: 'Running',
      attemptsRemaining: 2,
    });
    const right = await raise(world.code());
    expect([right.statusCode, right.body]).toEqual([202, {}]);
    const late = await raise(world.code());
    expect([late.statusCode, late.body['code']]).toEqual([410, 'ended']);
    expect((await invokeOtp(world, 'status', { requestId })).body['output']).toBe(true);
  });
});

describe('otp/event for another purpose', () => {
  test('is no guess, and the request takes events', async () => {
    const world = createOtpWorld();
    const requestId = await requestOf(world, TO, { purpose: 'login' });
    const raised = { requestId, eventName: 'code', code: world.code() };
    const other = await invokeOtp(world, 'event', { ...raised, purpose: 'payment' });
    expect([other.statusCode, other.body['code']]).toEqual([422, 'purpose_mismatch']);
    expect((await invokeOtp(world, 'event', { ...raised, purpose: 'login' })).statusCode).toBe(202);
  });
});

describe('otp/cancel', () => {
  test('ends a request, as often as it is asked', async () => {
    const world = createOtpWorld();
    const requestId = await requestOf(world, TO);
    for (let round = 0; round < 2; round += 1) {
      const { statusCode, body } = await invokeOtp(world, 'cancel', { requestId, reason: 'hung up' });
      expect([statusCode, body['runtimeStatus'], body['status']]).toEqual([202, 'Terminated', 'cancelled']);
    }
    const late = await invokeOtp(world, 'verify', { requestId, code: world.code() });
    expect([late.statusCode, late.body['code']]).toEqual([410, 'cancelled']);
    const status = await invokeOtp(world, 'status', { requestId });
    expect([status.statusCode, status.body['output']]).toEqual([200, null]);
  });

  test('answers 410 for a request that ended otherwise', async () => {
    const world = createOtpWorld();
    const requestId = await requestOf(world, TO);
    await invokeOtp(world, 'verify', { requestId, code: world.code() });
    const { statusCode, body } = await invokeOtp(world, 'cancel', { requestId });
    expect([statusCode, body['code']]).toEqual([410, 'ended']);
  });
});

describe('otp/resend', () => {
  test('waits for the pause, then sends a new code in place of the old', async () => {
    const world = createOtpWorld();
    const requestId = await requestOf(world, TO);
    const old = world.code();
    const early = await invokeOtp(world, 'resend', { requestId });
    expect([early.statusCode, early.body['code'], early.headers['Retry-After']]).toEqual([
      429,
      'too_soon',
      '30',
    ]);
    expect(early.body['nextSendAt']).toBe('1970-01-01T00:00:30.000Z');
    await letPass(world, 30_000);
    const sent = await invokeOtp(world, 'resend', { requestId, channel: 'call' });
    expect([sent.statusCode, sent.body['requestId']]).toEqual([202, requestId]);
    expect(world.texts[1]?.body).toContain('<Say>');
    const spoken = (world.texts[1]?.body.match(/<Say>\d<\/Say>/g) ?? [])
      .join('')
      .replace(/\D/g, '')
      .slice(0, 6);
    expect(spoken).not.toBe(old);
    const late = await invokeOtp(world, 'verify', { requestId, code: old });
    expect(late.body).toMatchObject({ code: 'invalid_code', attemptsRemaining: 2 });
    expect((await invokeOtp(world, 'verify', { requestId, code: spoken })).body['status']).toBe('valid');
  });

  test('does not refill guesses, prolong the request or go on for ever', async () => {
    const world = createOtpWorld({ OTP_MAX_SENDS: '2', OTP_RESEND_SECONDS: '1' });
    const requestId = await requestOf(world, TO);
    await invokeOtp(world, 'verify', { requestId, code: wrongCode(world) });
    await letPass(world, 1_000);
    const sent = await invokeOtp(world, 'resend', { requestId });
    expect(sent.body).toMatchObject({
      attemptsRemaining: 2,
      nextSendAt: null,
      expiresAt: '1970-01-01T00:05:00.000Z',
    });
    await letPass(world, 1_000);
    const last = await invokeOtp(world, 'resend', { requestId });
    expect([last.statusCode, last.body['code'], last.body['nextSendAt']]).toEqual([
      429,
      'too_many_sends',
      null,
    ]);
  });

  test('sends the same code with engine verify', async () => {
    const world = createOtpWorld({ OTP_ENGINE: 'verify' });
    const requestId = await requestOf(world, TO);
    const code = world.verify.codeOf(TO);
    await letPass(world, 30_000);
    await invokeOtp(world, 'resend', { requestId });
    expect([world.verify.codeOf(TO), world.verify.sent]).toEqual([code, [TO, TO]]);
    expect(logged().at(-1)).toMatchObject({ decision: 'sent', outsideCalls: 6 });
  });

  test('counts against the number, whatever request it is for', async () => {
    const world = createOtpWorld({ OTP_LIMIT_PER_NUMBER: '2', OTP_RESEND_SECONDS: '1' });
    const requestId = await requestOf(world, TO);
    await letPass(world, 1_000);
    await invokeOtp(world, 'resend', { requestId });
    await letPass(world, 1_000);
    const third = await invokeOtp(world, 'resend', { requestId });
    expect([third.statusCode, third.body['code']]).toEqual([429, 'too_many_sends']);
    expect(world.texts).toHaveLength(2);
  });

  test('answers channel_not_available without a sender, and keeps the request', async () => {
    const world = createOtpWorld({ OTP_RESEND_SECONDS: '1' });
    const requestId = await requestOf(world, TO);
    await letPass(world, 1_000);
    const code = world.code();
    const { statusCode, body } = await invokeOtp(world, 'resend', { requestId, channel: 'whatsapp' });
    expect([statusCode, body['code']]).toEqual([422, 'channel_not_available']);
    expect((await invokeOtp(world, 'verify', { requestId, code })).body['status']).toBe('valid');
  });
});

describe('correlation id', () => {
  test('is that of the request for callers who send none', async () => {
    const world = createOtpWorld();
    const around = { headers: { 'x-correlation-id': 'visit-1' } };
    const { body } = await invokeOtp(world, 'request', { phoneNumber: TO }, around);
    const requestId = body['requestId'];
    await invokeOtp(world, 'status', { requestId });
    await invokeOtp(world, 'status', { requestId }, { headers: { 'x-correlation-id': 'visit-2' } });
    expect(logged().map((line) => line['correlationId'])).toEqual(['visit-1', 'visit-1', 'visit-2']);
  });
});
