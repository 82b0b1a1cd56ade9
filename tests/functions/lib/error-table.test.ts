import type { CheckStatus, StartStatus } from '../../../functions/lib/answer.private';
import { checkVerification } from '../../../functions/lib/check-verification.private';
import { KNOWN_CODES, meaningOf } from '../../../functions/lib/error-table.private';
import { startVerification } from '../../../functions/lib/start-verification.private';
import { createFakeTime } from '../fakes/fake-time';
import { createFakeTwilio } from '../fakes/fake-twilio';

/**
 * Every code that Twilio documents for starting and checking (https://www.twilio.com/docs/verify/api/verification#error-codes and
 * https://www.twilio.com/docs/api/errors), written down a second time: code, status on start, status on check.
 */
const DOCUMENTED: readonly (readonly [number, StartStatus, CheckStatus])[] = [
  [20003, 'error', 'error'],
  [20404, 'error', 'expired'],
  [20429, 'rate_limited', 'rate_limited'],
  [25109, 'rate_limited', 'rate_limited'],
  [60200, 'error', 'error'],
  [60201, 'error', 'error'],
  [60202, 'rate_limited', 'max_attempts_reached'],
  [60203, 'rate_limited', 'rate_limited'],
  [60204, 'error', 'error'],
  [60205, 'unreachable', 'error'],
  [60206, 'error', 'error'],
  [60212, 'maybe_sent', 'rate_limited'],
  [60214, 'error', 'error'],
  [60217, 'error', 'error'],
  [60220, 'unreachable', 'error'],
  [60226, 'unreachable', 'error'],
  [60221, 'error', 'error'],
  [60223, 'error', 'error'],
  [60224, 'error', 'error'],
  [60227, 'error', 'error'],
  [60228, 'error', 'error'],
  [60229, 'error', 'error'],
  [60238, 'error', 'error'],
  [60242, 'error', 'error'],
  [68008, 'error', 'error'],
  [60243, 'error', 'error'],
  [60245, 'error', 'error'],
  [60247, 'error', 'error'],
  [60248, 'error', 'error'],
  [60250, 'error', 'error'],
  [60331, 'error', 'error'],
  [60408, 'error', 'error'],
  [60410, 'unreachable', 'error'],
  [60412, 'unreachable', 'error'],
  [60431, 'error', 'expired'],
  [60623, 'error', 'expired'],
  [60441, 'error', 'error'],
  [60519, 'error', 'error'],
  [60001, 'error', 'error'],
  [60550, 'error', 'error'],
  [60602, 'error', 'error'],
  [60605, 'unreachable', 'error'],
  [60606, 'error', 'error'],
  [60601, 'error', 'error'],
  [60607, 'error', 'error'],
  [60611, 'error', 'error'],
  [60616, 'error', 'error'],
  [60626, 'error', 'error'],
  [21211, 'invalid_number', 'invalid_number'],
  [21266, 'invalid_number', 'invalid_number'],
  [21614, 'unreachable', 'error'],
  [21612, 'unreachable', 'error'],
  [21408, 'unreachable', 'error'],
  [21215, 'unreachable', 'error'],
  [21216, 'unreachable', 'error'],
  [21608, 'error', 'error'],
  [21610, 'unreachable', 'error'],
  [30006, 'unreachable', 'error'],
  [30450, 'unreachable', 'error'],
  // Not Twilio's: whatever comes new must not look like a success or like the caller's fault.
  [0, 'error', 'error'],
  [99999, 'error', 'error'],
];

const settings = { serviceSid: `VA${'0'.repeat(32)}`, checksLineType: false };
const to = '+14155550100';

describe('error table', () => {
  test('knows exactly the codes that are documented', () => {
    const documented = DOCUMENTED.map(([code]) => code).filter((code) => code !== 0 && code !== 99999);
    expect([...KNOWN_CODES].sort()).toEqual(documented.sort());
  });

  test.each(DOCUMENTED)('gives %d its status on start: %s', async (code, onStart) => {
    const time = createFakeTime();
    const refused = { kind: 'refused', code } as const;
    const twilio = createFakeTwilio({ start: [refused, refused, refused] }, time);
    const outcome = await time.run(startVerification({ to, channel: 'sms' }, { twilio, settings, time }));
    expect(outcome).toMatchObject({ status: onStart, attempts: 0, twilioCode: code });
    expect(twilio.started).toHaveLength(code === 20429 ? 3 : 1);
  });

  test.each(DOCUMENTED)('gives %d its status on check (start %s): %s', async (code, _onStart, onCheck) => {
    const time = createFakeTime();
    const refused = { kind: 'refused', code } as const;
    const twilio = createFakeTwilio({ check: [refused, refused, refused] }, time);
    const outcome = await time.run(checkVerification({ to, code: '123456' }, { twilio, settings, time }));
    expect(outcome).toMatchObject({ status: onCheck, attempts: 0, twilioCode: code });
    expect(twilio.checked).toHaveLength(code === 20429 ? 3 : 1);
  });

  test.each([
    ['to', 'invalid_number', 'invalid_number'],
    ['code', 'error', 'invalid_code'],
    ['locale', 'error', 'error'],
    ['channel', 'error', 'error'],
    ['constructor', 'error', 'error'],
  ] as const)('reads 60200 by the parameter it names: %s', (parameter, onStart, onCheck) => {
    expect(meaningOf(60200, parameter)).toMatchObject({ onStart, onCheck });
  });

  test('tells how long to wait exactly when it limits', () => {
    for (const [code, onStart] of DOCUMENTED) {
      const waits = (meaningOf(code).retryAfterSeconds ?? 0) > 0;
      expect({ code, waits }).toEqual({
        code,
        waits: onStart === 'rate_limited' || onStart === 'maybe_sent',
      });
    }
  });
});
