import { invokeOtp, letPass, requestOf, useQuietRuntime, wrongCode } from '../fakes/invoke-otp';
import { createOtpWorld } from '../fakes/otp-world';
import type { Mishap, OtpWorld } from '../fakes/otp-world';

const TO = '+14155550100';
const KEYED = { 'idempotency-key': 'order-1' };

useQuietRuntime();

function textsOf(world: OtpWorld): number {
  return world.texts.length + world.verify.sent.length;
}

function triesOf(world: OtpWorld, requestId: string): number {
  return Object.assign({ tries: [] }, world.sync.dataOf(requestId)).tries.length;
}

function codeIn(world: OtpWorld): string {
  return world.verify.codeOf(TO) ?? world.code();
}

/** One more than either operation makes, so that the last case is the undisturbed one. */
const POINTS = [1, 2, 3, 4, 5, 6, 7];
const MISHAPS: readonly Mishap[] = ['ends-after', 'lost-before', 'lost-after', 'refused'];
const CASES = ['message', 'verify'].flatMap((engine) =>
  MISHAPS.flatMap((mishap) => POINTS.map((point) => [engine, mishap, point] as const)),
);

describe('otp/request', () => {
  test.each(CASES)('with engine %s, request %s at call %d: no second text', async (engine, mishap, point) => {
    const world = createOtpWorld({ OTP_ENGINE: engine, OTP_RESEND_SECONDS: '30' });
    const mishaps = new Map([[point, mishap]]);
    await invokeOtp(world, 'request', { phoneNumber: TO }, { headers: KEYED, mishaps });
    const first = textsOf(world);
    expect(first).toBeLessThanOrEqual(1);
    const repeat = await invokeOtp(world, 'request', { phoneNumber: TO }, { headers: KEYED });
    expect(textsOf(world)).toBeLessThanOrEqual(1);
    // Whoever lost the text asks for it again, once the pause is over.
    if (repeat.statusCode !== 202) {
      expect([422, 503]).toContain(repeat.statusCode);
      return;
    }
    const requestId = String(repeat.body['requestId']);
    if (textsOf(world) === 0) {
      await letPass(world, 31_000);
      expect((await invokeOtp(world, 'resend', { requestId })).statusCode).toBe(202);
    }
    expect(textsOf(world)).toBe(1);
    const verified = await invokeOtp(world, 'verify', { requestId, code: codeIn(world) });
    expect(verified.body['status']).toBe('valid');
  });

  test.each(CASES)(
    'with engine %s, resend %s at call %d: texts are written down',
    async (engine, mishap, point) => {
      const world = createOtpWorld({ OTP_ENGINE: engine });
      const requestId = await requestOf(world, TO);
      await letPass(world, 31_000);
      await invokeOtp(world, 'resend', { requestId }, { mishaps: new Map([[point, mishap]]) });
      const record = Object.assign({ sends: [] }, world.sync.dataOf(requestId));
      expect(textsOf(world)).toBeLessThanOrEqual(record.sends.length);
      expect(triesOf(world, requestId)).toBe(0);
    },
  );
});

describe('otp/verify', () => {
  test.each(CASES)(
    'with engine %s, right code %s at call %d: used once at most',
    async (engine, mishap, point) => {
      const world = createOtpWorld({ OTP_ENGINE: engine });
      const requestId = await requestOf(world, TO);
      const code = codeIn(world);
      const mishaps = new Map([[point, mishap]]);
      const answers = [await invokeOtp(world, 'verify', { requestId, code }, { mishaps })];
      for (let again = 0; again < 4; again += 1)
        answers.push(await invokeOtp(world, 'verify', { requestId, code }));
      expect(answers.filter(({ body }) => body['status'] === 'valid').length).toBeLessThanOrEqual(1);
      await letPass(world, 10_000);
      const status = await invokeOtp(world, 'status', { requestId });
      expect(status.statusCode).toBe(200);
    },
  );

  test.each(CASES)(
    'with engine %s, wrong code %s at call %d: no attempt is lost',
    async (engine, mishap, point) => {
      const world = createOtpWorld({ OTP_ENGINE: engine });
      const requestId = await requestOf(world, TO);
      const code = wrongCode(world);
      const mishaps = new Map([[point, mishap]]);
      const first = await invokeOtp(world, 'verify', { requestId, code }, { mishaps });
      const compared =
        engine === 'verify' ? world.verify.compared.length : Number(first.body['code'] === 'invalid_code');
      expect(triesOf(world, requestId)).toBeGreaterThanOrEqual(compared);
      let wrong = compared;
      for (let again = 0; again < 5; again += 1) {
        const { body } = await invokeOtp(world, 'verify', { requestId, code });
        wrong += Number(body['code'] === 'invalid_code');
      }
      expect(wrong).toBeLessThanOrEqual(3);
      expect(triesOf(world, requestId)).toBe(3);
    },
  );
});
