import { invokeOtp, letPass, requestOf, useQuietRuntime, wrongCode } from '../fakes/invoke-otp';
import { createOtpWorld, KEYS } from '../fakes/otp-world';

const TO = '+14155550100';
const OTHER = '+14155550101';
const DAY = 24 * 3600 * 1000;
const logged = useQuietRuntime();

describe('otp/request', () => {
  test('answers 202 with everything that may come next, and never the code', async () => {
    const world = createOtpWorld();
    const headers = { 'x-correlation-id': 'order-17' };
    const response = await invokeOtp(world, 'request', { phoneNumber: TO, purpose: 'login' }, { headers });
    const requestId = String(response.body['requestId']);
    expect(requestId).toMatch(/^otp_[\w-]{22}$/);
    const of = (endpoint: string): string =>
      `https://otp.example.twil.io/otp/${endpoint}?requestId=${requestId}`;
    expect(response.statusCode).toBe(202);
    expect(response.headers).toMatchObject({ Location: of('status'), 'X-Correlation-Id': 'order-17' });
    expect(response.body).toEqual({
      requestId,
      id: requestId,
      correlationId: 'order-17',
      status: 'pending',
      expiresAt: '1970-01-01T00:05:00.000Z',
      nextSendAt: '1970-01-01T00:00:30.000Z',
      attemptsRemaining: 3,
      statusQueryGetUri: of('status'),
      sendEventPostUri: `${of('event')}&eventName=code`,
      resendPostUri: of('resend'),
      terminatePostUri: of('cancel'),
    });
    const minutes = world.texts[0]?.body ?? '';
    expect(minutes).toMatch(/^Your code is \d{6}\. It is valid for 4 minutes\.$/);
    expect(JSON.stringify([response, logged(), world.sync.everything()])).not.toContain(world.code());
    expect(logged()).toEqual([
      {
        level: 'info',
        endpoint: 'otp/request',
        decision: 'sent',
        httpStatus: 202,
        requestId,
        correlationId: 'order-17',
        client: 'shop',
        to: '+1******0100',
        outsideCalls: 5,
        milliseconds: expect.any(Number),
      },
    ]);
  });

  test.each(['message', 'verify'])(
    'with engine %s asks Twilio four times, or six for a known number',
    async (engine) => {
      const world = createOtpWorld({ OTP_ENGINE: engine });
      for (const to of [TO, OTHER]) await requestOf(world, to);
      await letPass(world, 31_000);
      await requestOf(world, TO);
      // The first one of a process does not know the day's document yet.
      expect(logged().map((line) => line['outsideCalls'])).toEqual([5, 4, 6]);
    },
  );

  test('answers a repeat from the record, without a text', async () => {
    const world = createOtpWorld();
    const around = { headers: { 'idempotency-key': 'a' } };
    const first = await invokeOtp(world, 'request', { phoneNumber: TO }, around);
    await invokeOtp(world, 'verify', { requestId: first.body['requestId'], code: wrongCode(world) });
    const second = await invokeOtp(world, 'request', { phoneNumber: TO }, around);
    expect(second.body).toMatchObject({ requestId: first.body['requestId'], attemptsRemaining: 2 });
    expect(world.texts).toHaveLength(1);
    await letPass(world, 2 * DAY);
    const late = await invokeOtp(world, 'request', { phoneNumber: TO }, around);
    expect(late.body).toMatchObject({ requestId: first.body['requestId'], status: 'expired' });
    expect(world.texts).toHaveLength(1);
  });

  test.each([
    { phoneNumber: OTHER },
    { phoneNumber: TO, purpose: 'other' },
    { phoneNumber: TO, channel: 'call' },
  ])('refuses a key that came with another request: %j', async (fields) => {
    const world = createOtpWorld();
    const around = { headers: { 'idempotency-key': 'a' } };
    await invokeOtp(world, 'request', { phoneNumber: TO }, around);
    const { statusCode, body } = await invokeOtp(world, 'request', fields, around);
    expect([statusCode, body['code']]).toEqual([422, 'idempotency_key_reused']);
    expect(world.texts).toHaveLength(1);
  });

  test('keeps the keys of two clients apart', async () => {
    const world = createOtpWorld({ OTP_RESEND_SECONDS: '0' });
    const key = { 'idempotency-key': 'a' };
    const shop = await invokeOtp(world, 'request', { phoneNumber: TO }, { headers: key });
    const headers = { ...key, authorization: `Bearer ${KEYS.bank}` };
    const bank = await invokeOtp(world, 'request', { phoneNumber: TO }, { headers });
    expect(bank.body['requestId']).not.toBe(shop.body['requestId']);
  });

  test('locks a number by its failure budget, and unlocks it by time', async () => {
    const world = createOtpWorld({ OTP_FAILURE_BUDGET: '4', OTP_RESEND_SECONDS: '0' });
    const granted: unknown[] = [];
    for (let round = 0; round < 2; round += 1) {
      const { body } = await invokeOtp(world, 'request', { phoneNumber: TO });
      granted.push(body['attemptsRemaining']);
      for (let guess = 0; guess < 3; guess += 1) {
        await invokeOtp(world, 'verify', { requestId: body['requestId'], code: wrongCode(world) });
      }
    }
    expect(granted).toEqual([3, 1]);
    const locked = await invokeOtp(world, 'request', { phoneNumber: TO });
    expect([locked.statusCode, locked.body['code']]).toEqual([423, 'locked']);
    const seconds = Number(locked.body['retryAfterSeconds']);
    expect(locked.headers['Retry-After']).toBe(String(seconds));
    await letPass(world, seconds * 1000);
    expect((await invokeOtp(world, 'request', { phoneNumber: TO })).body['attemptsRemaining']).toBe(3);
  });

  test('gives guesses back that were never made', async () => {
    const world = createOtpWorld({ OTP_FAILURE_BUDGET: '3', OTP_RESEND_SECONDS: '0' });
    for (let round = 0; round < 4; round += 1) {
      const requestId = await requestOf(world, TO);
      const { body } = await invokeOtp(world, 'verify', { requestId, code: world.code() });
      expect(body['status']).toBe('valid');
    }
  });

  test.each([
    ['OTP_LIMIT_PER_DAY', '2', 'day'],
    ['OTP_LIMIT_PER_KEY', '2', 'key'],
    ['OTP_LIMIT_PER_COUNTRY', 'US=2,*=9', 'country'],
    ['OTP_LIMIT_PER_COUNTRY', '*=2', 'country'],
  ])('keeps to %s=%s until the next day', async (variable, value, limit) => {
    const world = createOtpWorld({ [variable]: value });
    for (const to of [TO, OTHER]) await requestOf(world, to);
    const refused = await invokeOtp(world, 'request', { phoneNumber: '+14155550102' });
    expect([refused.statusCode, refused.body['code'], refused.body['limit']]).toEqual([
      429,
      'limit_reached',
      limit,
    ]);
    expect(world.texts).toHaveLength(2);
    await letPass(world, Number(refused.body['retryAfterSeconds']) * 1000);
    await requestOf(world, '+14155550102');
  });

  test('fills every share of a day before it refuses', async () => {
    const world = createOtpWorld({ OTP_LIMIT_PER_DAY: '30000', OTP_LIMIT_PER_KEY: '5' });
    for (let index = 0; index < 5; index += 1) await requestOf(world, `+1415555011${index}`);
    const refused = await invokeOtp(world, 'request', { phoneNumber: TO });
    expect([refused.body['code'], refused.body['limit'], world.texts.length]).toEqual([
      'limit_reached',
      'key',
      5,
    ]);
  });

  test.each([
    ['+14155550100', '21211', 'invalid_number', 422],
    ['+14155550100', '21610', 'unreachable', 422],
    ['+14155550100', '20003', 'temporarily_unavailable', 503],
  ])('to %s refused with %s answers %s, and a repeat the same', async (phoneNumber, code, word, status) => {
    const world = createOtpWorld({}, 'refusals', { kind: 'refused', code: Number(code) });
    const around = { headers: { 'idempotency-key': 'a' } };
    for (let round = 0; round < 2; round += 1) {
      const { statusCode, body } = await invokeOtp(world, 'request', { phoneNumber }, around);
      expect([statusCode, body['code']]).toEqual([status, word]);
    }
    const [record] = world.sync.names().filter((name) => name.startsWith('otp_'));
    const { body } = await invokeOtp(world, 'status', { requestId: record ?? '' });
    expect(body).toMatchObject({ runtimeStatus: 'Failed', output: null });
  });
});
