import type { Reaction } from '../handler.private';
import type { OtpAnswer } from './answers.private';
import { PROBLEMS } from './problems.private';
import type { ProblemCode, ProblemDetails } from './problems.private';

/** An answer with what stands around it. */
export interface Answered {
  /** For the log: `otp/verify`. */
  readonly endpoint: string;
  readonly answer: OtpAnswer;
  readonly correlationId: string;
  /** Name of the API key; missing when there was none. */
  readonly client?: string;
  readonly outsideCalls: number;
  /** What was thrown, for the log. */
  readonly problem?: string;
}

/** Beginning of the `type` of a problem; a URN names and leads nowhere. */
const TYPE = 'urn:problem-type:otp:';

/** Puts an answer on the wire and into the log: one line for each decision, without codes, tokens, keys and whole numbers. */
export function reactTo(answered: Answered): Reaction {
  const { endpoint, answer, correlationId, client, outsideCalls, problem } = answered;
  const wire =
    answer.kind === 'success' ? successOf(answer, correlationId) : problemOf(answer, correlationId);
  const { subject, twilioCode } = answer;
  return {
    ...wire,
    headers: { ...wire.headers, 'X-Correlation-Id': correlationId },
    log: {
      endpoint,
      decision: answer.kind === 'success' ? answer.decision : 'refused',
      ...(answer.kind === 'problem' ? { code: answer.code } : {}),
      httpStatus: wire.httpStatus,
      ...(subject === undefined ? {} : { requestId: subject.requestId }),
      correlationId,
      ...(client === undefined ? {} : { client }),
      ...(subject?.record === undefined ? {} : { to: subject.record.masked }),
      ...(twilioCode === undefined ? {} : { twilioCode }),
      ...(problem === undefined ? {} : { problem }),
      outsideCalls,
    },
    isAlarm: wire.httpStatus >= 500,
  };
}

type Wire = Pick<Reaction, 'httpStatus' | 'headers' | 'body'>;

function successOf(
  { httpStatus, body, headers = {} }: Extract<OtpAnswer, { kind: 'success' }>,
  correlationId: string,
): Wire {
  const json = { 'Content-Type': 'application/json' };
  // The raise-event form answers an empty object, as a durable orchestration does.
  const isEmpty = Object.keys(body).length === 0;
  return { httpStatus, headers: { ...json, ...headers }, body: isEmpty ? {} : { ...body, correlationId } };
}

/** RFC 9457. The runtime makes JSON of objects for `application/json` only, so this is text already. */
function problemOf(
  { code, details }: { code: ProblemCode; details: ProblemDetails },
  correlationId: string,
): Wire {
  const { status, title } = PROBLEMS[code];
  const { detail = title, ...more } = details;
  const retryAfter = details.retryAfterSeconds;
  return {
    httpStatus: status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...(code === 'unauthorized' ? { 'WWW-Authenticate': 'Bearer' } : {}),
      ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
    },
    body: JSON.stringify({ type: TYPE + code, title, status, code, detail, correlationId, ...more }),
  };
}
