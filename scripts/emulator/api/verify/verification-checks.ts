import type { JsonObject } from '../../../../studio/model/json';
import type { Verification, VerifyService } from '../../entities/verify-service';
import { type Answer, created, notFound } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import type { ApiRequest, Route } from '../product';
import { invalidParameter, refused } from './errors';
import { withService } from './find';
import { findBySid, isLive, maximumChecks, newestOf } from './lifecycle';
import { isCode, isReachable } from './validation';

/** The Verification Check resource (https://www.twilio.com/docs/verify/api/verification-check). */
export const verificationCheckRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v2/Services/{ServiceSid}/VerificationCheck',
    required: ['Code'],
    handle: withService('ServiceSid', check),
  },
];

function check(request: ApiRequest, context: ApiContext, service: VerifyService): Answer {
  const { form } = request;
  const [to, sid, code] = [form.text('To'), form.text('VerificationSid'), form.text('Code')];
  if (to === '' && sid === '') return refused('neitherToNorSid');
  if (sid === '' && !isReachable(to)) return invalidParameter('To');
  if (!isCode(code)) return invalidParameter('Code');
  const verification = sid === '' ? newestOf(context, service, to) : findBySid(context, service, sid);
  if (verification === undefined || !isLive(verification, context.clock.now())) return notFound(request);
  if (verification.status === 'max_attempts_reached') return refused('maxChecks');
  return created(judge(verification, code, context));
}

/**
 * A wrong code is an ordinary answer with status `pending`, the fifth one too; only the verification itself is then
 * at `max_attempts_reached`, and the next check is refused.
 */
function judge(verification: Verification, code: string, context: ApiContext): JsonObject {
  verification.checks += 1;
  verification.dateUpdated = context.clock.now();
  const isRight = verification.code === code;
  if (isRight) verification.status = 'approved';
  else if (verification.checks >= maximumChecks) verification.status = 'max_attempts_reached';
  return format(verification, isRight, context);
}

function format(verification: Verification, isRight: boolean, { store }: ApiContext): JsonObject {
  return {
    sid: verification.sid,
    service_sid: verification.serviceSid,
    account_sid: store.account.sid,
    to: verification.to,
    channel: verification.channel,
    status: isRight ? 'approved' : 'pending',
    valid: isRight,
    amount: null,
    payee: null,
    sna_attempts_error_codes: [],
    date_created: isoDate(verification.dateCreated),
    date_updated: isoDate(verification.dateUpdated),
  };
}
