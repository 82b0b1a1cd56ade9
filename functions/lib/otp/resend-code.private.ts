import type { Channel } from '../requests.private';
import { admitNumber, takeBack } from './admit-number.private';
import { isoOf, problem, waitUntil } from './answers.private';
import type { OtpAnswer } from './answers.private';
import { countDay } from './count-day.private';
import { mayTry } from './decide.private';
import { findRecord } from './find-record.private';
import { notifyIfDue } from './notify.private';
import type { Call } from './otp-tools.private';
import { nextSendAt } from './pacing.private';
import { stateOf } from './record.private';
import type { OtpRecord } from './record.private';
import { accepted, refusedSend, sendCode } from './send-code.private';
import { hasSender } from './sender-for.private';
import { undoText, writeText } from './write-text.private';
import type { WantedText } from './write-text.private';

/** What `/otp/resend` is asked for. */
export interface ResendRequest {
  readonly requestId: string;
  /** The channel of the last text when left out. */
  readonly channel?: Channel;
}

/**
 * Sends one more text for an open request: with engine `verify` the same code, with `message` a new one in place of the old.
 * Guesses are not refilled and the request does not live longer. The text is counted against number and day, and then written
 * into the record, before it is sent: two at once are one text. What was refused for certain is taken back.
 */
export async function resendCode({ requestId, channel }: ResendRequest, call: Call): Promise<OtpAnswer> {
  const { tools } = call;
  const found = await findRecord(requestId, call);
  if (found.kind === 'refused') return found.answer;
  const { record } = found;
  await notifyIfDue(requestId, record, tools);
  const wanted = channel ?? record.sends.at(-1)?.channel ?? 'sms';
  const early = refusalOf(record, requestId, call) ?? channelRefusal(record, wanted, requestId, call);
  if (early !== undefined) return early;
  const to = tools.secrets.unseal(record.number, requestId);
  const by = tools.chance.bytes(6).toString('base64url');
  const now = tools.time.now();
  const name = tools.secrets.nameOfNumber(to);
  const admitted = await admitNumber(name, { id: requestId, by, now, until: now, wants: 0 }, tools);
  if (admitted.kind === 'refused') return { ...admitted.answer, subject: { requestId, record } };
  const sent = await sendAdmitted({ requestId, channel: wanted, by, to, found }, call);
  if (!sent.hasLeft) await takeBack(name, by, tools);
  return sent.answer;
}

/** What became of a text; `hasLeft` is true unless it did not for certain. */
interface Sent {
  readonly hasLeft: boolean;
  readonly answer: OtpAnswer;
}

async function sendAdmitted(wanted: WantedText, call: Call): Promise<Sent> {
  const { requestId, found } = wanted;
  const subject = { requestId, record: found.record };
  const refusal = await countDay({ client: call.client, country: found.record.country }, call.tools);
  if (refusal !== undefined) return { hasLeft: false, answer: { ...refusal, subject } };
  const written = await writeText(wanted, (record) => refusalOf(record, requestId, call), call);
  if (written.kind === 'refused') return { hasLeft: false, answer: written.answer };
  const { outgoing } = written;
  const result = await sendCode(outgoing, call);
  if (result.kind !== 'refused') {
    return { hasLeft: true, answer: accepted(result.kind, requestId, outgoing.record, call) };
  }
  await undoText(wanted, written, call);
  return { hasLeft: false, answer: refusedSend(result, outgoing) };
}

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

function channelRefusal(
  record: OtpRecord,
  channel: Channel,
  requestId: string,
  { tools }: Call,
): OtpAnswer | undefined {
  if (hasSender(record.engine, channel, tools.settings)) return undefined;
  return { ...problem('channel_not_available', { requestId }), subject: { requestId, record } };
}
