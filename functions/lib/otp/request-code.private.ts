import { readPhoneNumber } from '../phone-number.private';
import { admitNumber, takeBack } from './admit-number.private';
import type { OtpAnswer } from './answers.private';
import { problem, unavailable } from './answers.private';
import { isAllowed } from './countries.private';
import { countDay } from './count-day.private';
import { createRecord } from './create-record.private';
import type { Ask } from './number-limits.private';
import type { Call } from './otp-tools.private';
import { plan } from './planned-request.private';
import type { Planned, RequestToSend } from './planned-request.private';
import { answerRepeat } from './repeat.private';
import { hasSender } from './sender-for.private';
import { accepted, endAsFailed, refusedSend, sendCode } from './send-code.private';

/**
 * Sends a code. Cheap refusals first: the number's form and country, then the number's own limits, then those of the day. Whoever
 * creates the record, and nobody else, sends the text, once: a repeat and a process that ends half way never lead to a second one.
 * Four requests to Twilio when all goes well: number, day, record, text; two more for a number that was texted lately.
 */
export async function requestCode(request: RequestToSend, call: Call): Promise<OtpAnswer> {
  const { settings } = call.tools;
  const number = readPhoneNumber(request.phoneNumber);
  if (number.kind === 'invalid') return problem('invalid_number');
  if (!isAllowed(number, settings.limits.allowedCountries)) return problem('country_not_allowed');
  if (!hasSender(settings.engine, request.channel, settings)) return problem('channel_not_available');
  const planned = plan(request, number, call);
  const { requestId, by, createdAt: now, expiresAt: until } = planned;
  const ask = { id: requestId, by, now, until, wants: settings.maxAttempts };
  const admitted = await admitNumber(planned.numberName, ask, call.tools);
  if (admitted.kind === 'granted') return open(planned, admitted.grant, call);
  if (admitted.kind === 'refused') return { ...admitted.answer, subject: { requestId } };
  return (await answerRepeat(planned, admitted.entry.at, call)) ?? takeOver(planned, ask, call);
}

/** Makes the record that a process was about to make when it ended, or whose text Twilio could not take: no text was sent. */
async function takeOver(planned: Planned, ask: Ask, call: Call): Promise<OtpAnswer> {
  const admitted = await admitNumber(planned.numberName, { ...ask, again: true }, call.tools);
  if (admitted.kind === 'granted') return open(planned, admitted.grant, call);
  const answer = admitted.kind === 'refused' ? admitted.answer : unavailable();
  return { ...answer, subject: { requestId: planned.requestId } };
}

async function open(planned: Planned, grant: number, call: Call): Promise<OtpAnswer> {
  const { requestId, by, country, numberName } = planned;
  const refusal = await countDay({ client: call.client, country }, call.tools);
  if (refusal !== undefined) {
    await takeBack(numberName, by, call.tools);
    return { ...refusal, subject: { requestId } };
  }
  const created = await createRecord(planned, grant, call);
  if (created.kind === 'existing' && created.isOther) await takeBack(numberName, by, call.tools);
  if (created.kind !== 'created') return created.answer;
  const result = await sendCode(created.outgoing, call);
  if (result.kind !== 'refused') return accepted(result.kind, requestId, created.outgoing.record, call);
  const isUnused = await endAsFailed(requestId, result.code, call);
  if (isUnused) await takeBack(numberName, by, call.tools);
  return refusedSend(result, created.outgoing);
}
