import { pause, within } from './time.private';
import type { Time } from './time.private';
import type { Reply } from './twilio-port.private';

/** A function is ended after 10 s (https://www.twilio.com/docs/serverless/functions-assets/functions/request-flow); ours answers before. */
const OVERALL_MILLISECONDS = 8_500;

/** How long one request to Twilio may take. */
const ATTEMPT_MILLISECONDS = 6_000;

/** Account concurrency: refused before anything was done, so that repeating is safe. https://www.twilio.com/docs/api/errors/20429 */
const RETRYABLE_CODE = 20429;

const MOST_RETRIES = 2;
const FIRST_BACKOFF_MILLISECONDS = 400;

/** Runs requests to Twilio so that all of them together end in time. */
export interface Deadline {
  /** One request, given up as `unknown` after `milliseconds` (6 s unless told) or when time is up. */
  readonly attempt: <T>(call: () => Promise<Reply<T>>, milliseconds?: number) => Promise<Reply<T>>;
  /** The same, repeated at most twice while Twilio says 20429, after a random pause (at most 0.4 s, then 0.8 s). */
  readonly attemptWithRetries: <T>(call: () => Promise<Reply<T>>) => Promise<Reply<T>>;
  /** How many requests were begun so far. */
  readonly calls: () => number;
}

/** Time starts to run now. */
export function startDeadline(time: Time): Deadline {
  const end = time.now() + OVERALL_MILLISECONDS;
  let calls = 0;
  const remaining = (): number => Math.max(end - time.now(), 0);

  async function attempt<T>(
    call: () => Promise<Reply<T>>,
    milliseconds = ATTEMPT_MILLISECONDS,
  ): Promise<Reply<T>> {
    if (remaining() === 0) return { kind: 'not-sent' };
    calls += 1;
    return within<Reply<T>>(time, Math.min(milliseconds, remaining()), call(), { kind: 'unknown' });
  }

  async function attemptWithRetries<T>(call: () => Promise<Reply<T>>): Promise<Reply<T>> {
    for (let retry = 0; ; retry += 1) {
      const reply = await attempt(call);
      if (reply.kind !== 'refused' || reply.code !== RETRYABLE_CODE || retry === MOST_RETRIES) return reply;
      const backoff = time.random() * FIRST_BACKOFF_MILLISECONDS * 2 ** retry;
      if (backoff >= remaining()) return reply;
      await pause(time, backoff);
    }
  }

  return { attempt, attemptWithRetries, calls: () => calls };
}
