import type { Outcome, StartStatus } from '../../../functions/lib/answer.private';
import type { StartRequest } from '../../../functions/lib/requests.private';
import type { Settings } from '../../../functions/lib/settings.private';
import { startVerification } from '../../../functions/lib/start-verification.private';
import { WITHHELD_CALLER_IDS } from '../../../functions/lib/withheld-caller-ids.private';
import { createFakeTime } from '../fakes/fake-time';
import type { FakeTime } from '../fakes/fake-time';
import { createFakeTwilio, SENT } from '../fakes/fake-twilio';
import type { FakeTwilio, Script } from '../fakes/fake-twilio';

const TO = '+14155550100';
const THROTTLED = { kind: 'refused', code: 20429 } as const;

interface Run {
  readonly outcome: Outcome<StartStatus>;
  readonly twilio: FakeTwilio;
  readonly time: FakeTime;
}

async function start(
  script: Script,
  request: Partial<StartRequest> = {},
  settings: Partial<Settings> = {},
): Promise<Run> {
  const time = createFakeTime();
  const twilio = createFakeTwilio(script, time);
  const tools = {
    twilio,
    time,
    settings: { serviceSid: `VA${'0'.repeat(32)}`, checksLineType: false, ...settings },
  };
  const outcome = await time.run(startVerification({ to: TO, channel: 'sms', ...request }, tools));
  return { outcome, twilio, time };
}

describe('startVerification', () => {
  test('sends to the normalised number and counts sends', async () => {
    const script: Script = { start: [{ kind: 'done', value: { status: 'pending', attempts: 3 } }] };
    const { outcome, twilio, time } = await start(script, { to: ' +1 (415) 555-0100 ' });
    expect(outcome).toEqual({ status: 'sent', attempts: 3, retryAfterSeconds: 0 });
    expect(twilio.started).toEqual([{ to: TO, channel: 'sms' }]);
    expect(time.pending()).toBe(0);
  });

  test('passes locale, call and rate limit on', async () => {
    const callSid = `CA${'a'.repeat(32)}`;
    const { twilio } = await start({ start: [SENT] }, { locale: 'es', callSid }, { rateLimit: 'per_number' });
    expect(twilio.started).toEqual([
      { to: TO, channel: 'sms', locale: 'es', rateLimits: { per_number: TO }, tags: { call_sid: callSid } },
    ]);
  });

  test.each([
    ...WITHHELD_CALLER_IDS.keys(),
    'ANONYMOUS',
    '',
    '  ',
    '4155550100',
    '+1',
    'a +14155550100',
    'client:+14155550100',
  ])('refuses %j without asking Twilio', async (to) => {
    const { outcome, twilio } = await start({}, { to });
    expect(outcome.status).toBe('invalid_number');
    expect(twilio.started).toEqual([]);
  });

  test('tries again after 20429, with pauses in between', async () => {
    const { outcome, twilio, time } = await start({ start: [THROTTLED, THROTTLED, SENT] });
    expect(outcome.status).toBe('sent');
    expect(twilio.started).toHaveLength(3);
    // Chance says one half: half of 400 and half of 800 milliseconds.
    expect(time.now()).toBe(600);
  });

  test('gives up after two retries', async () => {
    const { outcome } = await start({ start: [THROTTLED, THROTTLED, THROTTLED, SENT] });
    expect(outcome).toMatchObject({ status: 'rate_limited', twilioCode: 20429 });
  });

  test('takes 20429 as final under a service rate limit', async () => {
    const { outcome, twilio } = await start({ start: [THROTTLED, SENT] }, {}, { rateLimit: 'per_number' });
    expect(outcome.status).toBe('rate_limited');
    expect(twilio.started).toHaveLength(1);
  });

  test.each([60203, 60202, 60212, 25109])('never repeats a start refused with %d', async (code) => {
    const { twilio } = await start({ start: [{ kind: 'refused', code }, SENT] });
    expect(twilio.started).toHaveLength(1);
  });

  test.each([
    { kind: 'refused', code: 60200, parameter: 'locale' },
    { kind: 'refused', code: 60201 },
    { kind: 'refused', code: 60331 },
  ] as const)('tries once without a locale Twilio refuses: %j', async (refusal) => {
    const { outcome, twilio } = await start({ start: [refusal, SENT] }, { locale: 'es-ES' });
    expect(outcome.status).toBe('sent');
    expect(twilio.started).toEqual([
      { to: TO, channel: 'sms', locale: 'es-ES' },
      { to: TO, channel: 'sms' },
    ]);
    const without = await start({ start: [refusal, SENT] });
    expect(without.outcome.status).toBe('error');
  });

  test('answers maybe sent when the reply is lost', async () => {
    const { outcome, twilio } = await start({ start: [{ kind: 'unknown' }, SENT] });
    expect(outcome.status).toBe('maybe_sent');
    expect(twilio.started).toHaveLength(1);
  });

  test('answers an error when nothing was sent', async () => {
    expect((await start({ start: [{ kind: 'not-sent' }] })).outcome.status).toBe('error');
  });

  test('answers before a function is ended, whatever is slow', async () => {
    const late = { afterMilliseconds: 60_000, reply: SENT };
    const slow = await start({ start: [late] });
    expect(slow.outcome.status).toBe('maybe_sent');
    expect(slow.time.now()).toBe(6_000);

    const slowThrottle = { afterMilliseconds: 5_000, reply: THROTTLED };
    const all = await start({ start: [slowThrottle, slowThrottle, slowThrottle] });
    expect(all.outcome.status).toBe('maybe_sent');
    expect(all.time.now()).toBe(8_500);
  });

  test('sends nothing once its time is up', async () => {
    const slowRefusal = { afterMilliseconds: 5_000, reply: THROTTLED };
    const blamesLocale = { afterMilliseconds: 3_400, reply: { kind: 'refused', code: 60331 } as const };
    const run = await start({ start: [slowRefusal, blamesLocale, SENT] }, { locale: 'es' });
    // 5 s, a pause of 0.2 s and 3.3 s are all there is: the second reply is late by 0.1 s.
    expect(run.time.now()).toBe(8_500);
    expect(run.twilio.started).toHaveLength(2);
    expect(run.outcome.status).toBe('maybe_sent');
  });

  test.each([
    ['max_attempts_reached', 'rate_limited'],
    ['approved', 'error'],
    ['canceled', 'error'],
    ['', 'error'],
  ])('does not call %j sent', async (status, expected) => {
    const { outcome } = await start({ start: [{ kind: 'done', value: { status, attempts: 5 } }] });
    expect(outcome.status).toBe(expected);
  });
});

describe('startVerification with the line type check', () => {
  const on: Partial<Settings> = { checksLineType: true };

  test('refuses a landline before a message is paid for', async () => {
    const { outcome, twilio } = await start({ lineType: [{ kind: 'done', value: 'landline' }] }, {}, on);
    expect(outcome.status).toBe('unreachable');
    expect(twilio.lookedUp).toEqual([TO]);
  });

  test.each([
    { kind: 'done', value: 'mobile' },
    { kind: 'done', value: undefined },
    { kind: 'refused', code: 60601 },
    { kind: 'refused', code: 20429 },
    { kind: 'not-sent' },
    { kind: 'unknown' },
  ] as const)('sends all the same when Lookup says %j', async (reply) => {
    const { outcome, twilio } = await start({ lineType: [reply], start: [SENT] }, {}, on);
    expect(outcome.status).toBe('sent');
    expect(twilio.lookedUp).toHaveLength(1);
  });

  test('waits two seconds for Lookup and no longer', async () => {
    const late = { afterMilliseconds: 60_000, reply: { kind: 'done', value: 'landline' } as const };
    const { outcome, time } = await start({ lineType: [late], start: [SENT] }, {}, on);
    expect(outcome.status).toBe('sent');
    expect(time.now()).toBe(2_000);
  });

  test.each(['call', 'whatsapp'] as const)('is not made for channel %s', async (channel) => {
    const { outcome } = await start({ start: [SENT] }, { channel }, on);
    expect(outcome.status).toBe('sent');
  });
});
