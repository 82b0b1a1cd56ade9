import type { CheckStatus, Outcome } from './answer.private';
import { startDeadline } from './deadline.private';
import type { Deadline } from './deadline.private';
import { meaningOf } from './error-table.private';
import { readPhoneNumber } from './phone-number.private';
import type { CheckRequest } from './requests.private';
import type { Tools } from './tools.private';
import type { Reply } from './twilio-port.private';

/** https://www.twilio.com/docs/verify/api/verification-check: a code has 4 to 10 characters; ours are digits. */
const CODE = /^[0-9]{4,10}$/;

/** What each status of a verification (https://www.twilio.com/docs/verify/api/verification) means after a check. */
const STATUSES: ReadonlyMap<string, CheckStatus> = new Map([
  ['approved', 'approved'],
  ['pending', 'pending'],
  ['max_attempts_reached', 'max_attempts_reached'],
  ['expired', 'expired'],
  ['canceled', 'expired'],
  ['deleted', 'expired'],
  ['failed', 'error'],
]);

/**
 * Has Verify check a code. `approved` only when Twilio said so to this very request: a lost answer is an `error`, and a
 * verification that is not found is `expired`, although it may be one that was approved a moment ago.
 */
export async function checkVerification(request: CheckRequest, tools: Tools): Promise<Outcome<CheckStatus>> {
  const number = readPhoneNumber(request.to);
  if (number.kind === 'invalid') return outcome('invalid_number');
  // Verify would count a slip of the finger as a guess.
  if (!CODE.test(request.code)) return outcome('invalid_code');
  return checkForNumber({ to: number.e164, code: request.code }, tools, startDeadline(tools.time));
}

/** The same for a number in E.164 and a code of digits, as part of a larger piece of work with its own deadline. */
export async function checkForNumber(
  check: CheckRequest,
  { twilio }: Pick<Tools, 'twilio'>,
  deadline: Deadline,
): Promise<Outcome<CheckStatus>> {
  return outcomeOf(await deadline.attemptWithRetries(() => twilio.checkVerification(check)));
}

function outcomeOf(reply: Reply<{ readonly status: string }>): Outcome<CheckStatus> {
  switch (reply.kind) {
    case 'done':
      return outcome(STATUSES.get(reply.value.status) ?? 'error');
    case 'refused': {
      const meaning = meaningOf(reply.code, reply.parameter);
      return {
        ...outcome(meaning.onCheck),
        retryAfterSeconds: meaning.retryAfterSeconds ?? 0,
        twilioCode: reply.code,
      };
    }
    case 'not-sent':
    case 'unknown':
      return { ...outcome('error'), noAnswer: reply.kind };
  }
}

function outcome(status: CheckStatus): Outcome<CheckStatus> {
  return { status, attempts: 0, retryAfterSeconds: 0 };
}
