import { problem } from './answers.private';
import type { OtpAnswer } from './answers.private';
import { changeRecord, endAs } from './change-record.private';
import { managementUrls, statusWord } from './describe-request.private';
import { notifyIfDue } from './notify.private';
import type { Call } from './otp-tools.private';
import { runtimeStatusOf } from './read-status.private';
import { stateOf } from './record.private';
import type { OtpRecord } from './record.private';

/** What `/otp/cancel` is asked for. */
export interface CancelRequest {
  readonly requestId: string;
  /** For the audit; nothing personal. */
  readonly reason?: string;
}

/** Ends an open request; its code is good for nothing from then on. Cancelling again is fine. Two requests to Sync. */
export async function cancelRequest({ requestId, reason }: CancelRequest, call: Call): Promise<OtpAnswer> {
  const end = endAs('cancelled', call, reason);
  const changed = await changeRecord<{ readonly record: OtpRecord; readonly isNew: boolean }>(
    requestId,
    call,
    (record) => {
      if (record.end?.by === end.by) return { kind: 'leave', value: { record, isNew: true } };
      if (stateOf(record, end.at).status !== 'open')
        return { kind: 'leave', value: { record, isNew: false } };
      const cancelled = { ...record, end };
      return { kind: 'write', record: cancelled, value: { record: cancelled, isNew: true } };
    },
  );
  if (changed.kind === 'refused') return changed.answer;
  const { record, isNew } = changed.value;
  const now = call.tools.time.now();
  const subject = { requestId, record };
  await notifyIfDue(requestId, record, call.tools, isNew);
  if (stateOf(record, now).status !== 'cancelled') return { ...problem('ended', { requestId }), subject };
  const body = {
    requestId,
    status: statusWord(record, now),
    runtimeStatus: runtimeStatusOf(record, now),
    statusQueryGetUri: managementUrls(requestId, call.tools.origin).statusQueryGetUri,
  };
  return { kind: 'success', httpStatus: 202, decision: 'cancelled', body, subject };
}
