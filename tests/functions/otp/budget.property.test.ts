import fc from 'fast-check';

import { invokeOtp, letPass, useQuietRuntime } from '../fakes/invoke-otp';
import { createOtpWorld } from '../fakes/otp-world';
import type { OtpWorld } from '../fakes/otp-world';

const NUMBERS = ['+14155550100', '+34600000000'] as const;
const BUDGET = 4;
const PER_NUMBER = 3;
const DAY = 24 * 3600 * 1000;

useQuietRuntime();

/** One thing that a client does. `of` picks among the requests that were made so far. */
type Act =
  | { readonly kind: 'request'; readonly number: 0 | 1; readonly key?: string }
  | { readonly kind: 'verify' | 'event'; readonly of: number; readonly isRight: boolean }
  | { readonly kind: 'resend' | 'cancel'; readonly of: number }
  | { readonly kind: 'wait'; readonly milliseconds: number };

const of = fc.nat({ max: 2 });
const request: fc.Arbitrary<Act> = fc.record(
  {
    kind: fc.constant('request' as const),
    number: fc.constantFrom(0 as const, 1 as const),
    key: fc.constantFrom('a', 'b'),
  },
  { requiredKeys: ['kind', 'number'] },
);
const wrongGuess: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('verify' as const, 'event' as const),
  of,
  isRight: fc.constant(false),
});
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: request },
    { weight: 10, arbitrary: wrongGuess },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('verify' as const), of, isRight: fc.constant(true) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('resend' as const, 'cancel' as const), of }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('wait' as const),
        milliseconds: fc.constantFrom(1_000, 1_000, 1_000, 11_000, 299_000, 301_000, DAY - 300_000, DAY),
      }),
    },
  ),
  { minLength: 20, maxLength: 70 },
);

interface Made {
  readonly id: string;
  readonly to: string;
}

/** What happened to a number, and when. */
interface Seen {
  readonly to: string;
  readonly at: number;
}

async function play(world: OtpWorld, script: readonly Act[]): Promise<{ wrong: Seen[]; texts: Seen[] }> {
  const made: Made[] = [];
  const wrong: Seen[] = [];
  const texts: Seen[] = [];
  const noteTexts = (before: number, to: string): void => {
    const count = world.texts.length + world.verify.sent.length - before;
    for (let index = 0; index < count; index += 1) texts.push({ to, at: world.time.now() });
  };
  for (const act of script) {
    if (act.kind === 'wait') {
      await letPass(world, act.milliseconds);
      continue;
    }
    const before = world.texts.length + world.verify.sent.length;
    if (act.kind === 'request') {
      const to = NUMBERS[act.number];
      const headers = { 'idempotency-key': act.key };
      const { statusCode, body } = await invokeOtp(world, 'request', { phoneNumber: to }, { headers });
      if (statusCode === 202) made.push({ id: String(body['requestId']), to });
      noteTexts(before, to);
      continue;
    }
    const target = made.at(-1 - act.of);
    if (target === undefined) continue;
    const at = world.time.now();
    const code = 'isRight' in act && act.isRight ? rightCode(world, target.to) : '000000';
    const response = await invokeOtp(world, act.kind, { requestId: target.id, code, eventName: 'code' });
    const isCompared =
      act.kind === 'event' ? response.statusCode === 202 : response.body['code'] === 'invalid_code';
    if (isCompared && (act.kind === 'event' || act.kind === 'verify')) wrong.push({ to: target.to, at });
    noteTexts(before, target.to);
  }
  return { wrong, texts };
}

function rightCode(world: OtpWorld, to: string): string {
  const last = world.texts.filter((text) => text.to === to).at(-1);
  return world.verify.codeOf(to) ?? /\d{6}/.exec(last?.body ?? '')?.[0] ?? '111111';
}

/** The most that lie within any 24 hours, for any number. */
function mostInADay(seen: readonly Seen[]): number {
  const counts = seen.map(
    ({ to, at }) => seen.filter((s) => s.to === to && s.at >= at && s.at < at + DAY).length,
  );
  return Math.max(0, ...counts);
}

describe.each(['message', 'verify'])('any sequence of calls with engine %s', (engine) => {
  test('keeps to the budgets of each number, and no code is kept in clear', async () => {
    const most = { wrong: 0, texts: 0 };
    await fc.assert(
      fc.asyncProperty(acts, async (script) => {
        const world = createOtpWorld({
          OTP_ENGINE: engine,
          OTP_FAILURE_BUDGET: String(BUDGET),
          OTP_LIMIT_PER_NUMBER: String(PER_NUMBER),
          OTP_RESEND_SECONDS: '1',
        });
        const { wrong, texts } = await play(world, script);
        most.wrong = Math.max(most.wrong, mostInADay(wrong));
        most.texts = Math.max(most.texts, mostInADay(texts));
        expect(mostInADay(wrong)).toBeLessThanOrEqual(BUDGET);
        expect(mostInADay(world.verify.compared.filter(({ isRight }) => !isRight))).toBeLessThanOrEqual(
          BUDGET,
        );
        expect(mostInADay(texts)).toBeLessThanOrEqual(PER_NUMBER);
        const kept = world.sync.everything();
        for (const number of NUMBERS) expect(kept).not.toContain(number.slice(1));
        for (const { body } of world.texts) expect(kept).not.toContain(/\d{6}/.exec(body)?.[0]);
      }),
      { numRuns: 60, seed: 1 },
    );
    // The sequences were hard enough to meet both limits, or this test would show nothing.
    expect(most.wrong).toBe(BUDGET);
    expect(most.texts).toBe(PER_NUMBER);
  });
});

describe('answers', () => {
  test('have the same shape for known and unknown numbers', async () => {
    const world = createOtpWorld({ OTP_RESEND_SECONDS: '1' });
    const shapeOf = async (phoneNumber: string): Promise<readonly unknown[]> => {
      const { statusCode, body, headers } = await invokeOtp(world, 'request', { phoneNumber });
      return [statusCode, Object.keys(body), Object.keys(headers), body['attemptsRemaining'], body['status']];
    };
    const unknown = await shapeOf(NUMBERS[0]);
    await letPass(world, 2_000);
    expect(await shapeOf(NUMBERS[0])).toEqual(unknown);
    expect(await shapeOf(NUMBERS[1])).toEqual(unknown);
  });

  test('of any code that is not right are the same but for what is left', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^\d{4,10}$/), async (code) => {
        const world = createOtpWorld();
        const { body } = await invokeOtp(world, 'request', { phoneNumber: NUMBERS[0] });
        fc.pre(code !== world.code());
        const guess = await invokeOtp(world, 'verify', { requestId: body['requestId'], code });
        expect([guess.statusCode, guess.body['code'], guess.body['attemptsRemaining']]).toEqual([
          422,
          'invalid_code',
          2,
        ]);
        expect(JSON.stringify(guess.body)).not.toContain(world.code());
      }),
      { numRuns: 40, seed: 1 },
    );
  });
});
