import { problem, unavailable } from './answers.private';
import type { OtpAnswer } from './answers.private';
import type { Call } from './otp-tools.private';
import { parseRecord } from './record.private';
import type { OtpRecord } from './record.private';
import type { SyncDocument } from './sync-port.private';

/** A record of the caller's, or the answer that there is none. */
export type Found = FoundRecord | Refused;

/** A record, and the document that it was read from: a good guess for a change soon after. */
export interface FoundRecord {
  readonly kind: 'found';
  readonly record: OtpRecord;
  readonly document: SyncDocument;
}

/** An answer in place of a record. */
export interface Refused {
  readonly kind: 'refused';
  readonly answer: OtpAnswer;
}

const REQUEST_ID = /^otp_[\w-]{22}$/;

/** Whether this could be the id of a request, so that the store is worth asking. */
export function isRequestId(text: string): boolean {
  return REQUEST_ID.test(text);
}

/** Reads a record; one request. Somebody else's is answered like one that never was. */
export async function findRecord(requestId: string, { client, tools }: Call): Promise<Found> {
  if (!isRequestId(requestId)) return refused(unknownRequest(requestId));
  const stored = await tools.store.read(requestId);
  if (stored.kind === 'missing') return refused(unknownRequest(requestId));
  if (stored.kind !== 'done') return refused(unavailable());
  const record = parseRecord(stored.data);
  return record.client === client
    ? { kind: 'found', record, document: stored }
    : refused(unknownRequest(requestId));
}

/** No such request, as far as this caller is concerned. */
export function unknownRequest(requestId: string): OtpAnswer {
  // What is not an id may be anything, and does not belong into a log.
  return { ...problem('unknown_request'), ...(isRequestId(requestId) ? { subject: { requestId } } : {}) };
}

function refused(answer: OtpAnswer): Refused {
  return { kind: 'refused', answer };
}
