import type { CheckStatus, Outcome } from '../../../functions/lib/answer.private';
import { checkVerification } from '../../../functions/lib/check-verification.private';
import { createFakeTime } from '../fakes/fake-time';
import { createFakeTwilio } from '../fakes/fake-twilio';
import type { FakeTwilio, Script } from '../fakes/fake-twilio';

const TO = '+14155550100';

async function check(
  script: Script,
  code = '123456',
  to = TO,
): Promise<{ outcome: Outcome<CheckStatus>; twilio: FakeTwilio; now: number }> {
  const time = createFakeTime();
  const twilio = createFakeTwilio(script, time);
  const settings = { serviceSid: `VA${'0'.repeat(32)}`, checksLineType: true, rateLimit: 'per_number' };
  const outcome = await time.run(checkVerification({ to, code }, { twilio, settings, time }));
  return { outcome, twilio, now: time.now() };
}

describe('checkVerification', () => {
  test.each([
    ['approved', 'approved'],
    ['pending', 'pending'],
    ['max_attempts_reached', 'max_attempts_reached'],
    ['expired', 'expired'],
    ['canceled', 'expired'],
    ['deleted', 'expired'],
    ['failed', 'error'],
    ['Approved', 'error'],
    ['', 'error'],
  ])('reads the status %j as %s', async (status, expected) => {
    const { outcome, twilio } = await check({ check: [{ kind: 'done', value: { status } }] });
    expect(outcome).toEqual({ status: expected, attempts: 0, retryAfterSeconds: 0 });
    expect(twilio.checked).toEqual([{ to: TO, code: '123456' }]);
  });

  test.each(['', '123', '12345678901', '12345a', '１２３４５６', '123456\n', '-12345'])(
    'does not spend a guess on %j',
    async (code) => {
      const { outcome, twilio } = await check({}, code);
      expect(outcome.status).toBe('invalid_code');
      expect(twilio.checked).toEqual([]);
    },
  );

  test.each(['anonymous', '', '+266696687', '123456'])(
    'refuses the number %j without asking Twilio',
    async (to) => {
      expect((await check({}, '123456', to)).outcome.status).toBe('invalid_number');
    },
  );

  test.each([{ kind: 'unknown' }, { kind: 'not-sent' }] as const)(
    'does not approve on a lost reply: %j',
    async (reply) => {
      const { outcome, twilio } = await check({
        check: [reply, { kind: 'done', value: { status: 'approved' } }],
      });
      expect(outcome.status).toBe('error');
      expect(twilio.checked).toHaveLength(1);
    },
  );

  test('does not approve on a reply that is late', async () => {
    const reply = { kind: 'done', value: { status: 'approved' } } as const;
    const { outcome, now } = await check({ check: [{ afterMilliseconds: 9_000, reply }] });
    expect(outcome.status).toBe('error');
    expect(now).toBe(6_000);
  });

  test('tries again after 20429', async () => {
    const throttled = { kind: 'refused', code: 20429 } as const;
    const { outcome } = await check({ check: [throttled, { kind: 'done', value: { status: 'approved' } }] });
    expect(outcome.status).toBe('approved');
  });
});
