import { isoOf } from './answers.private';
import type { OtpAnswer } from './answers.private';
import { prospectsOf, statusWord } from './describe-request.private';
import { findRecord } from './find-record.private';
import { notifyIfDue } from './notify.private';
import type { Call } from './otp-tools.private';
import { stateOf, UNDER_WAY_MILLISECONDS } from './record.private';
import type { OtpRecord } from './record.private';

/** How a durable orchestration names where it stands. */
type RuntimeStatus = 'Pending' | 'Running' | 'Completed' | 'Terminated' | 'Failed';

/** Where a request stands: 202 while it is open, 200 when it has ended. One request to Sync. */
export async function readStatus(
  { requestId }: { readonly requestId: string },
  call: Call,
): Promise<OtpAnswer> {
  const found = await findRecord(requestId, call);
  if (found.kind === 'refused') return found.answer;
  const { record } = found;
  const now = call.tools.time.now();
  await notifyIfDue(requestId, record, call.tools);
  const runtimeStatus = runtimeStatusOf(record, now);
  return {
    kind: 'success',
    httpStatus: runtimeStatus === 'Pending' || runtimeStatus === 'Running' ? 202 : 200,
    decision: runtimeStatus,
    body: {
      requestId,
      name: 'otp',
      runtimeStatus,
      output: runtimeStatus === 'Completed' ? stateOf(record, now).status === 'verified' : null,
      input: {
        phoneNumber: record.masked,
        purpose: record.purpose,
        channel: record.sends[0]?.channel ?? null,
      },
      createdTime: isoOf(record.createdAt),
      lastUpdatedTime: isoOf(lastUpdated(record, now)),
      status: statusWord(record, now),
      ...prospectsOf(record, call.tools),
    },
    subject: { requestId, record },
  };
}

/** `Pending` while the first text may still be on its way to Twilio and nothing was heard since. */
export function runtimeStatusOf(record: OtpRecord, now: number): RuntimeStatus {
  switch (stateOf(record, now).status) {
    case 'verified':
    case 'expired':
    case 'locked':
      return 'Completed';
    case 'cancelled':
      return 'Terminated';
    case 'failed':
      return 'Failed';
    case 'open': {
      const isQuiet = record.tries.length === 0 && record.sends.length === 1;
      return isQuiet && now < record.createdAt + UNDER_WAY_MILLISECONDS ? 'Pending' : 'Running';
    }
  }
}

function lastUpdated(record: OtpRecord, now: number): number {
  const state = stateOf(record, now);
  const moments = [...record.tries, ...record.sends].map(({ at }) => at);
  return Math.max(record.createdAt, ...moments, state.status === 'open' ? 0 : state.at);
}
