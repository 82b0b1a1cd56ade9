import type { Channel } from './requests.private';

/**
 * What Twilio said to a request.
 * - `done`: it did it.
 * - `refused`: it did nothing; `code` is Twilio's (0 when there was none), `parameter` the one it names in its message.
 * - `not-sent`: the request never reached it.
 * - `unknown`: the request may have reached it, but no answer came; it may or may not have acted.
 */
export type Reply<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: number; readonly parameter?: string }
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'unknown' };

/** What a verification is started with. */
export interface VerificationToStart {
  /** E.164. */
  readonly to: string;
  readonly channel: Channel;
  readonly locale?: string;
  /** Unique name of a Service Rate Limit → the value that is counted. */
  readonly rateLimits?: Readonly<Record<string, string>>;
  /** Goes into Event Streams; nothing personal. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** The part of Twilio that the functions use, with every expected trouble as a value. Throws only for bugs. */
export interface TwilioPort {
  readonly startVerification: (
    verification: VerificationToStart,
  ) => Promise<Reply<{ readonly status: string; readonly attempts: number }>>;
  readonly checkVerification: (check: {
    readonly to: string;
    readonly code: string;
  }) => Promise<Reply<{ readonly status: string }>>;
  /** The line type of Lookup v2 (`mobile`, `landline`, …); `undefined` when Lookup does not know. */
  readonly lineType: (to: string) => Promise<Reply<string | undefined>>;
}
