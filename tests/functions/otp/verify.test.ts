import { invokeOtp, letPass, requestOf, useQuietRuntime, wrongCode } from '../fakes/invoke-otp';
import { createOtpWorld, KEYS } from '../fakes/otp-world';

const TO = '+14155550100';
const logged = useQuietRuntime();

describe('otp/verify', () => {
  test('answers valid for the right code, once', async () => {
    const world = createOtpWorld();
    const requestId = await requestOf(world, TO);
    const right = await invokeOtp(world, 'verify', { requestId, code: world.code() });
    expect(right.statusCode).toBe(200);
    expect(right.body).toEqual({
      requestId,
      status: 'valid',
      purpose: 'verification',
      correlationId: expect.any(String),
    });
    const again = await invokeOtp(world, 'verify', { requestId, code: world.code() });
    expect([again.statusCode, again.body['code']]).toEqual([409, 'already_used']);
  });

  test.each([
    ['message', 2, 2],
    ['verify', 4, 3],
  ])('with engine %s makes %d requests when right, %d when wrong', async (engine, right, wrong) => {
    const world = createOtpWorld({ OTP_ENGINE: engine });
    const requestId = await requestOf(world, TO);
    const code = engine === 'verify' ? (world.verify.codeOf(TO) ?? '') : world.code();
    await invokeOtp(world, 'verify', { requestId, code: '999999' });
    await invokeOtp(world, 'verify', { requestId, code });
    expect(logged().map((line) => line['outsideCalls'])).toEqual([expect.any(Number), wrong, right]);
  });

  test('counts wrong codes down to locked', async () => {
    const world = createOtpWorld();
    const requestId = await requestOf(world, TO);
    for (const attemptsRemaining of [2, 1, 0]) {
      const { statusCode, body } = await invokeOtp(world, 'verify', { requestId, code: wrongCode(world) });
      expect(statusCode).toBe(422);
      expect(body).toMatchObject({ code: 'invalid_code', attemptsRemaining, requestId });
    }
    const locked = await invokeOtp(world, 'verify', { requestId, code: world.code() });
    expect([locked.statusCode, locked.body['code']]).toEqual([423, 'locked']);
  });

  test('answers expired first, whatever the attempts', async () => {
    const world = createOtpWorld();
    const requestId = await requestOf(world, TO);
    await letPass(world, 300_000);
    const { statusCode, body } = await invokeOtp(world, 'verify', { requestId, code: world.code() });
    expect([statusCode, body['code']]).toEqual([410, 'expired']);
  });

  test('does not count another purpose as a guess', async () => {
    const world = createOtpWorld();
    const requestId = await requestOf(world, TO, { purpose: 'login' });
    const other = await invokeOtp(world, 'verify', { requestId, code: world.code(), purpose: 'payment' });
    expect([other.statusCode, other.body['code']]).toEqual([422, 'purpose_mismatch']);
    const same = await invokeOtp(world, 'verify', { requestId, code: world.code(), purpose: 'login' });
    expect(same.body).toMatchObject({ status: 'valid', purpose: 'login' });
  });

  test('ends a request that Verify has forgotten', async () => {
    const world = createOtpWorld({ OTP_ENGINE: 'verify', OTP_RESEND_SECONDS: '0' });
    const first = await requestOf(world, TO);
    const second = await requestOf(world, TO);
    const code = world.verify.codeOf(TO) ?? '';
    expect((await invokeOtp(world, 'verify', { requestId: second, code })).body['status']).toBe('valid');
    const gone = await invokeOtp(world, 'verify', { requestId: first, code });
    expect([gone.statusCode, gone.body['code']]).toEqual([410, 'expired']);
    expect((await invokeOtp(world, 'status', { requestId: first })).body['status']).toBe('expired');
    expect((await invokeOtp(world, 'resend', { requestId: first })).body['code']).toBe('expired');
  });

  test('knows nothing of the requests of others', async () => {
    const world = createOtpWorld();
    const requestId = await requestOf(world, TO);
    const around = { headers: { authorization: `Bearer ${KEYS.bank}` } };
    const { statusCode, body } = await invokeOtp(world, 'verify', { requestId, code: world.code() }, around);
    expect([statusCode, body['code']]).toEqual([404, 'unknown_request']);
  });
});
