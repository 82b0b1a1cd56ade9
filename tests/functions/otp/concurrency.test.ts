import type { OtpResponse } from '../fakes/invoke-otp';
import {
  invokeEach,
  invokeOtp,
  invokeTogether,
  letPass,
  requestOf,
  useQuietRuntime,
  wrongCode,
} from '../fakes/invoke-otp';
import { createOtpWorld } from '../fakes/otp-world';
import type { OtpWorld } from '../fakes/otp-world';

const TO = '+14155550100';
const MANY = 200;

useQuietRuntime();

function countOf(responses: readonly OtpResponse[]): Record<string, number> {
  const words = responses.map(({ body }) => String(body['code'] ?? body['status']));
  return Object.fromEntries(
    [...new Set(words)].sort().map((word) => [word, words.filter((w) => w === word).length]),
  );
}

function codeIn(world: OtpWorld, engine: string): string {
  return engine === 'verify' ? (world.verify.codeOf(TO) ?? '') : world.code();
}

describe.each(['message', 'verify'])('200 at once with engine %s', (engine) => {
  test('right codes have one winner', async () => {
    const world = createOtpWorld({ OTP_ENGINE: engine });
    const requestId = await requestOf(world, TO);
    const code = codeIn(world, engine);
    const counts = countOf(await invokeTogether(world, MANY, 'verify', { requestId, code }));
    expect(counts['valid']).toBe(1);
    const known = ['valid', 'already_used', 'locked', 'expired', 'temporarily_unavailable'];
    expect(Object.keys(counts).filter((word) => !known.includes(word))).toEqual([]);
    const later = await invokeOtp(world, 'verify', { requestId, code });
    expect(later.body['code']).toBe('already_used');
  });

  test('wrong codes are compared no more often than granted', async () => {
    const world = createOtpWorld({ OTP_ENGINE: engine });
    const requestId = await requestOf(world, TO);
    const counts = countOf(
      await invokeTogether(world, MANY, 'verify', { requestId, code: wrongCode(world) }),
    );
    expect(counts['invalid_code']).toBe(3);
    expect(world.verify.compared.length).toBe(engine === 'verify' ? 3 : 0);
    const right = await invokeOtp(world, 'verify', { requestId, code: codeIn(world, engine) });
    expect(right.body['code']).toBe('locked');
  });

  test('requests with one Idempotency-Key are one text', async () => {
    const world = createOtpWorld({ OTP_ENGINE: engine });
    const around = { headers: { 'idempotency-key': 'order-1' } };
    const responses = await invokeTogether(world, MANY, 'request', { phoneNumber: TO }, around);
    expect(world.texts.length + world.verify.sent.length).toBe(1);
    const ids = new Set(responses.map(({ body }) => body['requestId']));
    expect([countOf(responses), ids.size]).toEqual([{ pending: MANY }, 1]);
  });

  test('resends are one text', async () => {
    const world = createOtpWorld({ OTP_ENGINE: engine });
    const requestId = await requestOf(world, TO);
    const before = world.texts.length + world.verify.sent.length;
    await letPass(world, 31_000);
    await invokeTogether(world, MANY, 'resend', { requestId });
    const record = Object.assign({ sends: [] }, world.sync.dataOf(requestId));
    const texts = world.texts.length + world.verify.sent.length - before;
    expect([texts, record.sends.length]).toEqual([1, 2]);
  });
});

describe('requests for one number at once', () => {
  test('never exceed what a number may be texted', async () => {
    const world = createOtpWorld({ OTP_RESEND_SECONDS: '0', OTP_LIMIT_PER_NUMBER: '3' });
    for (let round = 0; round < 3; round += 1) {
      await invokeTogether(world, 20, 'request', { phoneNumber: TO });
    }
    expect(world.texts).toHaveLength(3);
  });

  test('are one text within the pause', async () => {
    const world = createOtpWorld();
    const responses = await invokeTogether(world, 20, 'request', { phoneNumber: TO });
    expect(world.texts).toHaveLength(1);
    expect(countOf(responses)).toEqual({ pending: 1, too_soon: 19 });
  });
});

describe('requests for many numbers at once', () => {
  test('are all texted by one process', async () => {
    const world = createOtpWorld();
    const numbers = Array.from({ length: 50 }, (_, index) => `+141555501${String(index).padStart(2, '0')}`);
    const fields = numbers.map((phoneNumber) => ({ phoneNumber }));
    const responses = await invokeEach(world, 'request', fields);
    expect(countOf(responses)).toEqual({ pending: 50 });
    expect(world.texts).toHaveLength(50);
  });
});
