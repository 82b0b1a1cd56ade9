import { invokeOtp, letPass, requestOf, useQuietRuntime } from '../fakes/invoke-otp';
import { createOtpWorld } from '../fakes/otp-world';

const TO = '+14155550100';

useQuietRuntime();

describe('a text that waits at Twilio', () => {
  test('is of no use once its request is over, and is not sent then', async () => {
    const world = createOtpWorld({ OTP_TTL_SECONDS: '120' });
    const requestId = await requestOf(world, TO);
    await letPass(world, 31_000);
    expect((await invokeOtp(world, 'resend', { requestId })).statusCode).toBe(202);
    const [first = 0, second = 0] = world.texts.map(({ validityPeriod }) => validityPeriod);
    // What was asked of Sync before it took a moment.
    expect(first).toBeGreaterThan(115);
    expect(first).toBeLessThanOrEqual(120);
    expect(first - second).toBeGreaterThanOrEqual(31);
    expect(second).toBeGreaterThan(80);
  });

  test.each(['30', '3600'])('may wait as long as Twilio takes: %s s', async (OTP_TTL_SECONDS) => {
    const world = createOtpWorld({ OTP_TTL_SECONDS });
    await requestOf(world, TO);
    const [{ validityPeriod = 0 } = {}] = world.texts;
    expect(validityPeriod).toBeLessThanOrEqual(Number(OTP_TTL_SECONDS));
    expect(validityPeriod).toBeGreaterThanOrEqual(Number(OTP_TTL_SECONDS) - 5);
  });
});
