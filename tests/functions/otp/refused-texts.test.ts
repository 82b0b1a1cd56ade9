import type { SendResult } from '../../../functions/lib/otp/engine.private';
import { createMessageSender } from '../../../functions/lib/otp/message-engine.private';
import { startDeadline } from '../../../functions/lib/deadline.private';
import type { OtpTools } from '../../../functions/lib/otp/otp-tools.private';
import { readFailure } from '../../../functions/lib/read-failure.private';
import { createFakeTime } from '../fakes/fake-time';
import { invokeOtp, letPass, requestOf, useQuietRuntime } from '../fakes/invoke-otp';
import { createOtpWorld } from '../fakes/otp-world';
import type { OtpWorld } from '../fakes/otp-world';

const TO = '+14155550100';
useQuietRuntime();

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
    const sent = await send({ to: TO, channel: 'sms', code: '123456', minutes: 5, requestId: 'x' });
    expect(sent).toEqual({ kind: 'maybe_sent' });
  });
});

describe('a refused resend', () => {
  test('leaves a request that ended meanwhile as it is', async () => {
    const world = createOtpWorld();
    const requestId = await requestOf(world, TO);
    const old = world.code();
    await letPass(world, 31_000);
    const quick = sendingBy(world, async (code) => {
      const { guess } = await import('../../../functions/lib/otp/guess.private');
      const call = { client: 'shop', correlationId: 'quick', tools: world.tools() };
      expect((await guess({ requestId, code }, call)).kind).toBe('right');
      return { kind: 'refused', code: 'temporarily_unavailable' };
    });
    await invokeOtp(quick, 'resend', { requestId });
    const again = await invokeOtp(world, 'verify', { requestId, code: old });
    expect([again.statusCode, again.body['code']]).toEqual([409, 'already_used']);
  });
});
