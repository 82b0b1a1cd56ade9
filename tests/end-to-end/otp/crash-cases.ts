import { descendantsOf } from '../processes';
import type { OtpStage } from './stage';
import { codeOf, otherThan, recordOf } from './stage';

/** After which outside calls of an operation its process is ended. */
export interface CrashPoints {
  readonly request: readonly number[];
  readonly verify: readonly number[];
}

/**
 * The crash cases of an engine: the functions' process is ended after each outside call of an operation, and what comes after
 * finds another process. `stageOf` is asked when a case begins.
 */
export function describeCrashes(engine: string, stageOf: () => OtpStage, points: CrashPoints): void {
  let numbers = 100;
  const next = (): { readonly stage: OtpStage; readonly phoneNumber: string } => ({
    stage: stageOf(),
    phoneNumber: `+1415555${String((numbers += 1)).padStart(4, '0')}`,
  });

  describe(`engine ${engine}, its process killed`, () => {
    test.each(points.request)('after call %d of a request: no second text', async (k) => {
      const { stage, phoneNumber } = next();
      const headers = { 'Idempotency-Key': `crash-${k}` };
      const crash = killAfter(stage, k);
      const first = await stage.post('/otp/request', { phoneNumber }, headers);
      expect([first.status, crash.hasHappened()]).toEqual([500, true]);
      const before = stage.twilio.inbox(phoneNumber).length;
      expect(before).toBeLessThanOrEqual(1);
      const repeat = await stage.post('/otp/request', { phoneNumber }, headers);
      expect(repeat.status).toBe(202);
      const { requestId } = repeat.body;
      // It ended between record and text: only the person's own wish for another text sends one.
      if (stage.twilio.inbox(phoneNumber).length === 0) {
        await stage.twilio.wait(31_000);
        expect((await stage.post('/otp/resend', { requestId })).status).toBe(202);
      }
      expect(stage.twilio.inbox(phoneNumber)).toHaveLength(1);
      const code = codeOf(stage, phoneNumber);
      const verified = await stage.post('/otp/verify', { requestId, code });
      expect(verified.body).toMatchObject({ status: 'valid' });
    });

    test.each(points.verify)('after call %d of a right guess: used once at most', async (k) => {
      const { stage, phoneNumber } = next();
      const { requestId } = (await stage.post('/otp/request', { phoneNumber })).body;
      const code = codeOf(stage, phoneNumber);
      killAfter(stage, k);
      expect((await stage.post('/otp/verify', { requestId, code })).status).toBe(500);
      const { tries } = await recordOf(stage, requestId);
      expect(tries).toHaveLength(k === 1 ? 0 : 1);
      const again = await stage.post('/otp/verify', { requestId, code });
      const third = await stage.post('/otp/verify', { requestId, code });
      const valid = [again, third].filter(({ body }) => body['status'] === 'valid');
      // Verify's own answer may be lost with the process: then the code is used up, and nobody is verified by it.
      expect(valid).toHaveLength(k === 1 || (engine === 'verify' && k === 2) ? 1 : 0);
    });

    test.each(points.verify.slice(0, 2))('after call %d of a wrong guess: no attempt is lost', async (k) => {
      const { stage, phoneNumber } = next();
      const { requestId } = (await stage.post('/otp/request', { phoneNumber })).body;
      const guess = { requestId, code: otherThan(codeOf(stage, phoneNumber)) };
      killAfter(stage, k);
      expect((await stage.post('/otp/verify', guess)).status).toBe(500);
      const words: unknown[] = [];
      for (let more = 0; more < 4; more += 1)
        words.push((await stage.post('/otp/verify', guess)).body['code']);
      const compared = k === 1 ? 3 : 2;
      expect(words.filter((word) => word === 'invalid_code')).toHaveLength(compared);
      expect(words.at(-1)).toBe('locked');
      expect((await recordOf(stage, requestId)).tries).toHaveLength(3);
    });
  });
}

/** Ends the functions' process when Twilio has done what the k-th request asks, and before it hears the answer. */
function killAfter({ twilio }: OtpStage, k: number): { readonly hasHappened: () => boolean } {
  let seen = 0;
  const stop = twilio.onRequest(({ host }) => {
    if (!host.endsWith('.twilio.com')) return;
    seen += 1;
    if (seen < k) return;
    stop();
    for (const pid of descendantsOf(process.pid)) kill(pid);
  });
  return { hasHappened: () => seen >= k };
}

/** The list of processes has `ps` itself in it, which has ended. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
