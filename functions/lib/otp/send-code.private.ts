import type { OtpAnswer } from './answers.private';
import { problem, unavailable } from './answers.private';
import { changeRecord, endAs } from './change-record.private';
import { describeRequest } from './describe-request.private';
import type { SendResult } from './engine.private';
import { notifyIfDue } from './notify.private';
import type { Call } from './otp-tools.private';
import { minutesUntil } from './pacing.private';
import { stateOf } from './record.private';
import type { OtpRecord } from './record.private';

/** A record with the text that it says is on its way, and the code in that text. */
export interface Outgoing {
  readonly requestId: string;
  readonly record: OtpRecord;
  /** E.164. */
  readonly to: string;
  /** Engine `message`: in no store and in no log. */
  readonly code?: string;
}

/** Has the engine send the text that was just written down. Called once for each, by whoever wrote it. */
export async function sendCode(outgoing: Outgoing, call: Call): Promise<SendResult> {
  const { record, requestId, to, code } = outgoing;
  const { tools } = call;
  const now = tools.time.now();
  const channel = record.sends.at(-1)?.channel ?? 'sms';
  return tools.engines.senderOf(record.engine)({
    to,
    channel,
    requestId,
    minutes: minutesUntil(record.expiresAt, now),
    seconds: (record.expiresAt - now) / 1000,
    ...(record.locale === undefined ? {} : { locale: record.locale }),
    ...(code === undefined ? {} : { code }),
  });
}

/** 202 with all that may be done with a request. */
export function accepted(decision: string, requestId: string, record: OtpRecord, { tools }: Call): OtpAnswer {
  const body = describeRequest(requestId, record, tools);
  return {
    kind: 'success',
    httpStatus: 202,
    decision,
    body,
    headers: { Location: String(body['statusQueryGetUri']) },
    subject: { requestId, record },
  };
}

/** The answer after a text was refused. */
export function refusedSend(result: Extract<SendResult, { kind: 'refused' }>, outgoing: Outgoing): OtpAnswer {
  const { requestId, record } = outgoing;
  const failure = result.code === 'temporarily_unavailable' ? unavailable() : problem(result.code);
  return {
    ...failure,
    details: { ...failure.details, requestId },
    subject: { requestId, record },
    ...(result.twilioCode === undefined ? {} : { twilioCode: result.twilioCode }),
  };
}

/**
 * Ends a record whose only text was refused; says whether it did, and nobody guessed meanwhile. When it cannot be written, the
 * record expires like any other.
 */
export async function endAsFailed(requestId: string, reason: string, call: Call): Promise<boolean> {
  const end = endAs('failed', call, reason);
  const changed = await changeRecord(requestId, call, (record) => {
    if (stateOf(record, end.at).status !== 'open') return { kind: 'leave', value: record };
    const failed = { ...record, end };
    return { kind: 'write', record: failed, value: failed };
  });
  if (changed.kind === 'refused') return false;
  const { value: record } = changed;
  await notifyIfDue(requestId, record, call.tools, true);
  return record.end?.by === end.by && record.tries.length === 0;
}
