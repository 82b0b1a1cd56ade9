import type { Time } from '../../../functions/lib/time.private';
import type { Reply, TwilioPort, VerificationToStart } from '../../../functions/lib/twilio-port.private';

/** Answers for each call, used up in order; a call without one rejects. A number of milliseconds is an answer that late. */
export interface Script {
  readonly start?: readonly Late<{ status: string; attempts: number }>[];
  readonly check?: readonly Late<{ status: string }>[];
  readonly lineType?: readonly Late<string | undefined>[];
}

type Late<T> = Reply<T> | { readonly afterMilliseconds: number; readonly reply: Reply<T> };

/** A Twilio that does what the script says and remembers what it was asked. */
export interface FakeTwilio extends TwilioPort {
  readonly started: readonly VerificationToStart[];
  readonly checked: readonly { readonly to: string; readonly code: string }[];
  readonly lookedUp: readonly string[];
}

/** A start that went well, the first of its verification. */
export const SENT: Reply<{ status: string; attempts: number }> = {
  kind: 'done',
  value: { status: 'pending', attempts: 1 },
};

export function createFakeTwilio(script: Script, time: Time): FakeTwilio {
  const started: VerificationToStart[] = [];
  const checked: { to: string; code: string }[] = [];
  const lookedUp: string[] = [];
  const player = <Request, T>(requests: Request[], answers: readonly Late<T>[] = []) => {
    return async (request: Request): Promise<Reply<T>> => {
      const answer = answers[requests.push(request) - 1];
      if (answer === undefined) throw new Error('Unplanned call to Twilio');
      if (!('reply' in answer)) return answer;
      await new Promise<void>((resolve) => time.after(answer.afterMilliseconds, resolve));
      return answer.reply;
    };
  };
  return {
    started,
    checked,
    lookedUp,
    startVerification: player(started, script.start),
    checkVerification: player(checked, script.check),
    lineType: player(lookedUp, script.lineType),
  };
}
