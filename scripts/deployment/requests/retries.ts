import type { Wait } from '../account';

/** What came of sending a request once. */
export type Attempt<T> =
  | { readonly kind: 'answer'; readonly status: number; readonly value: T }
  /** No answer arrived: nobody knows whether anything happened. */
  | { readonly kind: 'cut'; readonly error: unknown };

/** How a request is sent again. */
export interface Retries {
  readonly wait: Wait;
  /** 0 up to 1, for the jitter. */
  readonly random: () => number;
}

const MOST_TRIES = 6;
const FIRST_PAUSE_MILLISECONDS = 500;
const LONGEST_PAUSE_MILLISECONDS = 10_000;

/**
 * Sends a request, and again after a growing pause with full jitter where Twilio asks for it: 429 means that nothing was
 * done (https://www.twilio.com/docs/api/errors/20429). What only reads is also asked again after a 5xx and after a cut
 * connection. Everything else is never sent twice: one more deployment finds out what happened.
 */
export async function withRetries<T>(
  { wait, random }: Retries,
  isReading: boolean,
  send: () => Promise<T & { readonly status: number }>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const attempt = await tryOnce(send);
    if (tries === MOST_TRIES || !isWorthwhile(attempt, isReading)) {
      if (attempt.kind === 'cut') throw attempt.error;
      return attempt.value;
    }
    const pause = Math.min(LONGEST_PAUSE_MILLISECONDS, FIRST_PAUSE_MILLISECONDS * 2 ** (tries - 1));
    await wait(Math.ceil(random() * pause));
  }
}

async function tryOnce<T>(send: () => Promise<T & { readonly status: number }>): Promise<Attempt<T>> {
  try {
    const value = await send();
    return { kind: 'answer', status: value.status, value };
  } catch (error) {
    return { kind: 'cut', error };
  }
}

function isWorthwhile(attempt: Attempt<unknown>, isReading: boolean): boolean {
  if (attempt.kind === 'cut') return isReading;
  return attempt.status === 429 || (isReading && attempt.status >= 500);
}
