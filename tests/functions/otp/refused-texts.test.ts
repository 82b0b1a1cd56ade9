import type { SendResult } from '../../../functions/lib/otp/engine.private';
import { guess } from '../../../functions/lib/otp/guess.private';
import { createMessageSender } from '../../../functions/lib/otp/message-engine.private';
import { startDeadline } from '../../../functions/lib/deadline.private';
import type { OtpTools } from '../../../functions/lib/otp/otp-tools.private';
import { readFailure } from '../../../functions/lib/read-failure.private';
import { createFakeTime } from '../fakes/fake-time';
import {
  invokeOtp,
  invokeTogether,
  letPass,
  requestOf,
  useQuietRuntime,
  wrongCode,
} from '../fakes/invoke-otp';
import { createOtpWorld, KEYS } from '../fakes/otp-world';
import type { OtpWorld } from '../fakes/otp-world';

const TO = '+14155550100';
const OTHER = '+14155550101';
const KEYED = { headers: { 'idempotency-key': 'order-1' } };
const AT_BANK = { headers: { authorization: `Bearer ${KEYS.bank}` } };
const BUSY: SendResult = { kind: 'refused', code: 'temporarily_unavailable', twilioCode: 20003 };
const UNREACHABLE: SendResult = { kind: 'refused', code: 'unreachable', twilioCode: 21614 };
const logged = useQuietRuntime();

/** A world whose sender is `send`, which may do things while the text is under way. */
function sendingBy(world: OtpWorld, send: (code: string) => Promise<SendResult>): OtpWorld {
  const tools = (): OtpTools => {
    const usual = world.tools();
    return {
      ...usual,
      engines: { ...usual.engines, senderOf: () => (text) => send(text.code ?? '') },
    };
  };
  return { ...world, tools };
}

/** A world whose texts are answered as `line.answer` says; `line.count` is how many were sent. */
function answering(answer: SendResult, variables: Record<string, string> = {}) {
  const line = { answer, count: 0 };
  const world = sendingBy(createOtpWorld(variables), async () => {
    line.count += line.answer.kind === 'sent' ? 1 : 0;
    return line.answer;
  });
  return { world, line };
}

describe('createMessageSender', () => {
  test.each([
    { status: 500, message: 'Internal Server Error' },
    { status: 503, message: '' },
    { status: 429, message: 'Too Many Requests' },
    { status: 500, code: 20500, message: '' },
    { status: 503, code: 20503, message: '' },
    { status: 504, code: 20504, message: '' },
  ])('takes %j for a text that may have left', async (error) => {
    const reply = readFailure(error) ?? { kind: 'not-sent' };
    const port = { sendText: async () => reply, call: async () => reply };
    const settings = { message: '{code}', from: '+14155550199' };
    const send = createMessageSender(port, settings, startDeadline(createFakeTime()));
    const sent = await send({
      to: TO,
      channel: 'sms',
      code: '123456',
      minutes: 5,
      seconds: 300,
      requestId: 'x',
    });
    expect(sent).toEqual({ kind: 'maybe_sent' });
  });
});

describe('a request answered 503', () => {
  test('is sent by a repeat under its key, once', async () => {
    const { world, line } = answering(BUSY);
    const first = await invokeOtp(world, 'request', { phoneNumber: TO }, KEYED);
    expect([first.statusCode, first.body['code']]).toEqual([503, 'temporarily_unavailable']);
    line.answer = { kind: 'sent' };
    const repeats = await invokeTogether(world, 20, 'request', { phoneNumber: TO }, KEYED);
    // Who loses too many races is asked to try again.
    const others = repeats.filter(({ statusCode }) => statusCode !== 202);
    expect(others.filter(({ statusCode }) => statusCode !== 503)).toEqual([]);
    expect(others.length).toBeLessThan(10);
    expect(line.count).toBe(1);
    const late = await invokeOtp(world, 'request', { phoneNumber: TO }, KEYED);
    expect([late.statusCode, late.body['status'], line.count]).toEqual([202, 'pending', 1]);
  });

  test('is final once somebody guessed at it, and counts then', async () => {
    const world = createOtpWorld({ OTP_FAILURE_BUDGET: '3', OTP_RESEND_SECONDS: '0' });
    const hasty = sendingBy(world, async () => {
      const [requestId = ''] = world.sync.names().filter((name) => name.startsWith('otp_'));
      const call = { client: 'shop', correlationId: 'hasty', tools: world.tools() };
      for (let round = 0; round < 2; round += 1) await guess({ requestId, code: '1234567' }, call);
      return BUSY;
    });
    await invokeOtp(hasty, 'request', { phoneNumber: TO }, KEYED);
    const repeat = await invokeOtp(world, 'request', { phoneNumber: TO }, KEYED);
    expect([repeat.statusCode, repeat.body['code']]).toEqual([410, 'failed']);
    const other = await invokeOtp(world, 'request', { phoneNumber: TO });
    expect(other.body['attemptsRemaining']).toBe(1);
  });
});

describe('a text that never left', () => {
  test('leaves another channel open at once', async () => {
    const { world, line } = answering(UNREACHABLE);
    expect((await invokeOtp(world, 'request', { phoneNumber: TO })).body['code']).toBe('unreachable');
    line.answer = { kind: 'sent' };
    const call = await invokeOtp(world, 'request', { phoneNumber: TO, channel: 'call' });
    expect([call.statusCode, line.count]).toEqual([202, 1]);
  });

  test('leaves another channel open at once when it was a resend', async () => {
    const { world, line } = answering({ kind: 'sent' });
    const requestId = await requestOf(world, TO);
    await letPass(world, 31_000);
    line.answer = UNREACHABLE;
    expect((await invokeOtp(world, 'resend', { requestId })).body['code']).toBe('unreachable');
    line.answer = { kind: 'sent' };
    const call = await invokeOtp(world, 'resend', { requestId, channel: 'call' });
    expect([call.statusCode, line.count]).toEqual([202, 2]);
  });

  test.each([
    ['refused', BUSY, {}],
    ['over the limit of the key', { kind: 'sent' }, { OTP_LIMIT_PER_KEY: '1' }],
  ] as const)('does not use up the number when %s', async (_why, answer, variables) => {
    const { world, line } = answering(answer, variables);
    await invokeOtp(world, 'request', { phoneNumber: OTHER });
    for (let round = 0; round < 11; round += 1) {
      const headers = { 'idempotency-key': `order-${round}` };
      const refused = await invokeOtp(world, 'request', { phoneNumber: TO }, { headers });
      expect(refused.statusCode).toBeGreaterThanOrEqual(429);
    }
    line.answer = { kind: 'sent' };
    const bank = await invokeOtp(world, 'request', { phoneNumber: TO }, AT_BANK);
    expect(bank.statusCode).toBe(202);
  });

  test('asks nobody when the channel has no sender', async () => {
    const world = createOtpWorld();
    const { body } = await invokeOtp(world, 'request', { phoneNumber: TO, channel: 'whatsapp' });
    expect([body['code'], logged().at(-1)?.['outsideCalls']]).toEqual(['channel_not_available', 0]);
    await requestOf(world, TO);
  });

  test('under the key of another request does not charge its number', async () => {
    const world = createOtpWorld();
    await invokeOtp(world, 'request', { phoneNumber: TO }, KEYED);
    const { body } = await invokeOtp(world, 'request', { phoneNumber: OTHER }, KEYED);
    expect(body['code']).toBe('idempotency_key_reused');
    await requestOf(world, OTHER);
  });

  test('does not charge the number for a repeat of days ago', async () => {
    const world = createOtpWorld();
    await invokeOtp(world, 'request', { phoneNumber: TO }, KEYED);
    await letPass(world, 2 * 24 * 3600 * 1000);
    await invokeOtp(world, 'request', { phoneNumber: TO }, KEYED);
    await requestOf(world, TO);
  });
});

describe('a locked number', () => {
  test('is looked into once, and refused in three requests then', async () => {
    const world = createOtpWorld({
      OTP_FAILURE_BUDGET: '6',
      OTP_MAX_ATTEMPTS: '1',
      OTP_RESEND_SECONDS: '0',
    });
    for (let round = 0; round < 6; round += 1) {
      const requestId = await requestOf(world, TO);
      await invokeOtp(world, 'verify', { requestId, code: wrongCode(world) });
    }
    for (let round = 0; round < 2; round += 1) {
      const { body } = await invokeOtp(world, 'request', { phoneNumber: TO });
      expect(body['code']).toBe('locked');
    }
    expect(logged().at(-1)?.['outsideCalls']).toBeLessThanOrEqual(3);
  });
});

describe('a refused resend', () => {
  test('leaves a request that ended meanwhile as it is', async () => {
    const world = createOtpWorld();
    const requestId = await requestOf(world, TO);
    const old = world.code();
    await letPass(world, 31_000);
    const quick = sendingBy(world, async (code) => {
      const call = { client: 'shop', correlationId: 'quick', tools: world.tools() };
      expect((await guess({ requestId, code }, call)).kind).toBe('right');
      return { kind: 'refused', code: 'temporarily_unavailable' };
    });
    await invokeOtp(quick, 'resend', { requestId });
    const again = await invokeOtp(world, 'verify', { requestId, code: old });
    expect([again.statusCode, again.body['code']]).toEqual([409, 'already_used']);
  });
});
