import type { OtpRecord } from './record.private';
import type { ProblemCode, ProblemDetails } from './problems.private';

/** What the log and the correlation id are taken from. */
export interface Subject {
  readonly requestId: string;
  /** Missing when there is no such record, or it is somebody else's. */
  readonly record?: OtpRecord;
}

/** How an endpoint answers. */
export type OtpAnswer = (Success | Failure) & { readonly subject?: Subject; readonly twilioCode?: number };

/** It did what was asked. */
export interface Success {
  readonly kind: 'success';
  readonly httpStatus: 200 | 201 | 202;
  /** For the log: `sent`, `valid`, … */
  readonly decision: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** It did not. */
export interface Failure {
  readonly kind: 'problem';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
}

/** A problem without a subject. */
export function problem(code: ProblemCode, details: ProblemDetails = {}): Failure {
  return { kind: 'problem', code, details };
}

/** A problem that waiting helps: until a moment in milliseconds since 1970. */
export function waitUntil(
  code: ProblemCode,
  moment: number,
  now: number,
  details: ProblemDetails = {},
): Failure {
  return problem(code, { ...details, retryAfterSeconds: Math.max(Math.ceil((moment - now) / 1000), 1) });
}

/** Seconds after which something that is out of order is worth another try. */
const UNAVAILABLE_SECONDS = 2;

/** The store or Twilio did not answer, or too many wrote at once: nothing was compared, and nothing is sent. */
export function unavailable(seconds = UNAVAILABLE_SECONDS): Failure {
  return problem('temporarily_unavailable', { retryAfterSeconds: seconds });
}

/** A moment as the answers have it. */
export function isoOf(moment: number): string {
  return new Date(moment).toISOString();
}
