import type { CheckStatus, Outcome, StartStatus } from '../answer.private';
import { checkForNumber } from '../check-verification.private';
import type { Deadline } from '../deadline.private';
import { startForNumber } from '../start-verification.private';
import type { Tools } from '../tools.private';
import { mayHaveActed } from './engine.private';
import type { Checker, CheckResult, Sender, SendResult } from './engine.private';

/** What the outcome of a check says about the guess. A number that was good enough to text is not wrong now. */
const CHECKS: Readonly<Record<CheckStatus, CheckResult>> = {
  approved: 'right',
  pending: 'wrong',
  invalid_code: 'wrong',
  expired: 'gone',
  max_attempts_reached: 'locked',
  rate_limited: 'unavailable',
  invalid_number: 'unavailable',
  error: 'unavailable',
};

/** Has Twilio Verify send, by the same call as the IVR's function. A text that is repeated has the same code. */
export function createVerifySender(tools: Tools, deadline: Deadline): Sender {
  return async ({ to, channel, locale }) => {
    const start = { to, channel, ...(locale === undefined ? {} : { locale }) };
    return sendResultOf(await startForNumber(start, tools, deadline));
  };
}

/** Has Twilio Verify check, by the same call as the IVR's function. */
export function createVerifyChecker(tools: Pick<Tools, 'twilio'>, deadline: Deadline): Checker {
  return async (guess) => CHECKS[(await checkForNumber(guess, tools, deadline)).status];
}

function sendResultOf({ status, twilioCode }: Outcome<StartStatus>): SendResult {
  if (status === 'sent' || status === 'maybe_sent') return { kind: status };
  if (twilioCode !== undefined && mayHaveActed(twilioCode)) return { kind: 'maybe_sent' };
  const code = status === 'invalid_number' || status === 'unreachable' ? status : 'temporarily_unavailable';
  return { kind: 'refused', code, ...(twilioCode === undefined ? {} : { twilioCode }) };
}
