import type { Channel } from '../requests.private';
import { admitNumber } from './admit-number.private';
import { isoOf, problem, waitUntil } from './answers.private';
import type { OtpAnswer } from './answers.private';
import { changeRecord } from './change-record.private';
import { countDay } from './count-day.private';
import { newCode } from './create-record.private';
import { mayTry } from './decide.private';
import { findRecord } from './find-record.private';
import { notifyIfDue } from './notify.private';
import type { Call } from './otp-tools.private';
import { nextSendAt } from './pacing.private';
import { stateOf } from './record.private';
import type { OtpRecord } from './record.private';
import { accepted, refusedSend, sendCode } from './send-code.private';

/** What `/otp/resend` is asked for. */
export interface ResendRequest {
  readonly requestId: string;
  /** The channel of the last text when left out. */
  readonly channel?: Channel;
}

/**
 * Sends one more text for an open request: with engine `verify` the same code, with `message` a new one in place of the old.
 * Guesses are not refilled and the request does not live longer. The text is counted against number and day, and then written
 * into the record, before it is sent: two at once are one text.
 */
export async function resendCode({ requestId, channel }: ResendRequest, call: Call): Promise<OtpAnswer> {
  const { tools } = call;
  const found = await findRecord(requestId, call);
  if (found.kind === 'refused') return found.answer;
  await notifyIfDue(requestId, found.record, tools);
  const early = refusalOf(found.record, requestId, call);
  if (early !== undefined) return early;
  const { country, number } = found.record;
  const to = tools.secrets.unseal(number, requestId);
  const now = tools.time.now();
  const ask = { id: requestId, now, until: now, wants: 0 };
  const admitted = await admitNumber(tools.secrets.nameOfNumber(to), ask, tools);
  if (admitted.kind === 'refused')
    return { ...admitted.answer, subject: { requestId, record: found.record } };
  const refusal = await countDay({ client: call.client, country }, tools);
  if (refusal !== undefined) return { ...refusal, subject: { requestId, record: found.record } };
  const made =
    found.record.engine === 'message' ? newCode(requestId, found.record.purpose, tools) : undefined;
  const send = { at: tools.time.now(), by: tools.chance.bytes(6).toString('base64url') };
  const written = await changeRecord<Written>(
    requestId,
    call,
    (record) => {
      const last = record.sends.at(-1);
      if (last?.by === send.by)
        return { kind: 'leave', value: { kind: 'written', record, before: undefined } };
      const refusal = refusalOf(record, requestId, call);
      if (refusal !== undefined) return { kind: 'leave', value: { kind: 'refused', answer: refusal } };
      const sends = [...record.sends, { ...send, channel: channel ?? last?.channel ?? 'sms' }];
      const next = { ...record, sends, ...(made === undefined ? {} : { code: made.kept }) };
      return { kind: 'write', record: next, value: { kind: 'written', record: next, before: record.code } };
    },
    found.document,
  );
  if (written.kind === 'refused') return written.answer;
  if (written.value.kind === 'refused') return written.value.answer;
  const { record, before } = written.value;
  const outgoing = { requestId, record, to, ...(made === undefined ? {} : { code: made.code }) };
  const result = await sendCode(outgoing, call);
  if (result.kind !== 'refused') return accepted(result.kind, requestId, record, call);
  if (made !== undefined) await putBack(requestId, made.kept, before, call);
  return refusedSend(result, outgoing);
}

/**
 * The new code never left: the one that the person has is good again, unless the request has ended meanwhile. When this cannot be
 * written, they need another text.
 */
async function putBack(
  requestId: string,
  unsent: OtpRecord['code'],
  before: OtpRecord['code'],
  call: Call,
): Promise<void> {
  await changeRecord(requestId, call, (record) => {
    const isOpen = stateOf(record, call.tools.time.now()).status === 'open';
    if (!isOpen || before === undefined || record.code?.salt !== unsent?.salt)
      return { kind: 'leave', value: undefined };
    return { kind: 'write', record: { ...record, code: before }, value: undefined };
  });
}

type Written =
  | { readonly kind: 'refused'; readonly answer: OtpAnswer }
  | { readonly kind: 'written'; readonly record: OtpRecord; readonly before: OtpRecord['code'] };

/** Why there is no text now; `undefined` when there may be one. */
function refusalOf(record: OtpRecord, requestId: string, { tools }: Call): OtpAnswer | undefined {
  const now = tools.time.now();
  const subject = { requestId, record };
  const verdict = mayTry(record, now);
  if (verdict.kind === 'refused') return { ...problem(verdict.refusal, { requestId }), subject };
  const next = nextSendAt(record, tools.settings, now);
  if (stateOf(record, now).status !== 'open' || next === null) {
    return { ...problem('too_many_sends', { requestId, nextSendAt: null }), subject };
  }
  if (now >= next) return undefined;
  return { ...waitUntil('too_soon', next, now, { requestId, nextSendAt: isoOf(next) }), subject };
}
