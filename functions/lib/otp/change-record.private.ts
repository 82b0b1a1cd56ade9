import { unavailable } from './answers.private';
import type { OtpAnswer } from './answers.private';
import { changeDocument } from './change-document.private';
import type { Step } from './change-document.private';
import { isRequestId, unknownRequest } from './find-record.private';
import type { Refused } from './find-record.private';
import type { Call } from './otp-tools.private';
import { parseRecord } from './record.private';
import type { End, EndStatus, OtpRecord } from './record.private';
import type { SyncDocument } from './sync-port.private';

/** What a change decided, or the answer when it could not be made. */
export type RecordChanged<T> =
  { readonly kind: 'changed'; readonly value: T; readonly document?: SyncDocument } | Refused;

/** What becomes of a record. */
export type RecordStep<T> =
  | { readonly kind: 'write'; readonly record: OtpRecord; readonly value: T }
  | { readonly kind: 'leave'; readonly value: T };

/**
 * Reads the caller's record and writes it on the condition that nobody did meanwhile: two requests when nobody does, one where
 * `guess` says what the record probably is.
 */
export async function changeRecord<T>(
  requestId: string,
  { client, tools }: Call,
  decide: (record: OtpRecord) => RecordStep<T>,
  guess?: SyncDocument,
): Promise<RecordChanged<T>> {
  if (!isRequestId(requestId)) return refused(unknownRequest(requestId));
  const changed = await changeDocument<Decided<T>>(tools.store, tools.time, {
    name: requestId,
    ...(guess === undefined ? {} : { guess }),
    decide: (data): Step<Decided<T>> => {
      const record = parseRecord(data);
      if (record.client !== client) return { kind: 'leave', value: undefined };
      const step = decide(record);
      const value = { decided: step.value };
      return step.kind === 'leave' ? { kind: 'leave', value } : { kind: 'write', data: step.record, value };
    },
  });
  if (changed.kind === 'unavailable') return refused({ ...unavailable(), subject: { requestId } });
  if (changed.kind === 'missing' || changed.value === undefined) return refused(unknownRequest(requestId));
  const { value, document } = changed;
  return { kind: 'changed', value: value.decided, ...(document === undefined ? {} : { document }) };
}

/** `undefined` for somebody else's record. */
type Decided<T> = { readonly decided: T } | undefined;

/** An end of a record, at this moment. */
export function endAs(status: EndStatus, { tools }: Call, reason?: string): End {
  const by = tools.chance.bytes(6).toString('base64url');
  return { status, at: tools.time.now(), by, ...(reason === undefined ? {} : { reason }) };
}

function refused(answer: OtpAnswer): Refused {
  return { kind: 'refused', answer };
}
