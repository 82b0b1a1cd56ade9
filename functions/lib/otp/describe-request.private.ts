import { isoOf } from './answers.private';
import type { OtpTools } from './otp-tools.private';
import { nextSendAt } from './pacing.private';
import { attemptsRemaining, stateOf } from './record.private';
import type { OtpRecord } from './record.private';

/** What a client may do next and when, as every answer about an open request has it. */
export interface Prospects {
  readonly expiresAt: string;
  /** Null when no more texts are sent for this request. */
  readonly nextSendAt: string | null;
  readonly attemptsRemaining: number;
}

/** What may come next. */
export function prospectsOf(record: OtpRecord, { settings, time }: OtpTools): Prospects {
  const now = time.now();
  const next = nextSendAt(record, settings, now);
  return {
    expiresAt: isoOf(record.expiresAt),
    nextSendAt: next === null ? null : isoOf(next),
    attemptsRemaining: attemptsRemaining(record, now),
  };
}

/** The body of a 202: the request, what may come next, and where to manage it. */
export function describeRequest(
  requestId: string,
  record: OtpRecord,
  tools: OtpTools,
): Readonly<Record<string, unknown>> {
  return {
    requestId,
    id: requestId,
    status: statusWord(record, tools.time.now()),
    ...prospectsOf(record, tools),
    ...managementUrls(requestId, tools.origin),
  };
}

/** `pending` while it is open, then how it ended. */
export function statusWord(record: OtpRecord, now: number): string {
  const { status } = stateOf(record, now);
  return status === 'open' ? 'pending' : status;
}

/** The addresses that manage a request. */
export interface ManagementUrls {
  readonly statusQueryGetUri: string;
  readonly sendEventPostUri: string;
  readonly resendPostUri: string;
  readonly terminatePostUri: string;
}

/** The addresses that manage a request, by the names that durable orchestrations have for them. */
export function managementUrls(requestId: string, origin: string): ManagementUrls {
  const of = (endpoint: string): string => `${origin}/otp/${endpoint}?requestId=${requestId}`;
  return {
    statusQueryGetUri: of('status'),
    sendEventPostUri: `${of('event')}&eventName=code`,
    resendPostUri: of('resend'),
    terminatePostUri: of('cancel'),
  };
}
