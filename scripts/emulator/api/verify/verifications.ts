import type { JsonObject } from '../../../../studio/model/json';
import type { Verification, VerifyService } from '../../entities/verify-service';
import { type Answer, notFound, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import type { ApiRequest, Route } from '../product';
import { invalidParameter, refused } from './errors';
import { withService } from './find';
import { findVerification, isKept } from './lifecycle';
import { startVerification } from './start-verification';

const path = '/v2/Services/{ServiceSid}/Verifications';

/** The Verification resource (https://www.twilio.com/docs/verify/api/verification). */
export const verificationRoutes: readonly Route[] = [
  { method: 'POST', path, required: ['To', 'Channel'], handle: withService('ServiceSid', start) },
  {
    method: 'GET',
    path: `${path}/{Sid}`,
    handle: withVerification((_request, context, found) => ok(format(found, context))),
  },
  { method: 'POST', path: `${path}/{Sid}`, required: ['Status'], handle: withVerification(updateStatus) },
];

function start(request: ApiRequest, context: ApiContext, service: VerifyService): Answer {
  const outcome = startVerification(request, context, service);
  if (outcome.kind === 'refused') return outcome.answer;
  return { status: 201, body: format(outcome.verification, context) };
}

/** `{Sid}` may be the phone number, too. */
function withVerification(handle: (request: ApiRequest, context: ApiContext, found: Verification) => Answer) {
  return withService('ServiceSid', (request, context, service) => {
    const verification = findVerification(context, service, request.param('Sid'));
    if (verification === undefined || !isKept(verification, context.clock.now())) return notFound(request);
    return handle(request, context, verification);
  });
}

/**
 * Approves or cancels. Not public: what may become of a verification that has no guesses left. Here only a pending
 * one can change; otherwise cancelling would hand out five new guesses at once.
 */
function updateStatus({ form }: ApiRequest, context: ApiContext, verification: Verification): Answer {
  const status = form.text('Status');
  if (status !== 'canceled' && status !== 'approved') return invalidParameter('Status');
  if (verification.status !== 'pending') return refused('illegalTransition');
  verification.status = status;
  verification.dateUpdated = context.clock.now();
  return ok(format(verification, context));
}

/** The code is in no answer. */
function format(verification: Verification, { store }: ApiContext): JsonObject {
  const { sid, serviceSid, to, channel, status } = verification;
  const service = store.verifyServices.get(serviceSid);
  return {
    sid,
    service_sid: serviceSid,
    account_sid: store.account.sid,
    to,
    channel,
    status,
    valid: status === 'approved',
    lookup: service?.lookupEnabled ? { carrier: carrierOf(store.lineTypes.get(to) ?? 'mobile') } : {},
    amount: null,
    payee: null,
    send_code_attempts: verification.sendCodeAttempts.map((attempt) => ({
      time: isoDate(attempt.time),
      // As in the examples of Twilio's document: SMS and CALL in capitals, whatsapp not.
      channel: attempt.channel === 'whatsapp' ? attempt.channel : attempt.channel.toUpperCase(),
      attempt_sid: attempt.attemptSid,
    })),
    date_created: isoDate(verification.dateCreated),
    date_updated: isoDate(verification.dateUpdated),
    sna: null,
    url: `https://verify.twilio.com/v2/Services/${serviceSid}/Verifications/${sid}`,
  };
}

function carrierOf(type: string): JsonObject {
  return { type, name: null, error_code: null, mobile_country_code: null, mobile_network_code: null };
}
