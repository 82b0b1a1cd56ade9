import type { Twilio } from 'twilio';

import { isRequestId } from '../../functions/lib/otp/find-record.private';
import { parseRecord } from '../../functions/lib/otp/record.private';
import type { OtpRecord } from '../../functions/lib/otp/record.private';
import { orNull } from '../deployment/requests/error-status';
import type { OpenService } from './open-service';

/** A record and the request that it is of. */
export interface NamedRecord {
  readonly requestId: string;
  readonly record: OtpRecord;
}

/** The record of a request; null when there is none (any more). Throws what the SDK throws. */
export async function readRecord(service: OpenService, requestId: string): Promise<NamedRecord | null> {
  if (!isRequestId(requestId)) return null;
  const document = await orNull(documentsOf(service)(requestId).fetch());
  return document === null ? null : { requestId, record: parseRecord(document.data) };
}

/** The records of requests that were made at or after a moment, oldest first. Reads every document: Sync has no search. */
export async function listRecords(service: OpenService, since: number): Promise<readonly NamedRecord[]> {
  const documents = await documentsOf(service).list({ pageSize: 100 });
  return documents
    .filter(({ uniqueName }) => isRequestId(uniqueName))
    .map(({ uniqueName, data }) => ({ requestId: uniqueName, record: parseRecord(data) }))
    .filter(({ record }) => record.createdAt >= since)
    .sort((a, b) => a.record.createdAt - b.record.createdAt);
}

function documentsOf({
  client,
  syncServiceSid,
}: OpenService): ReturnType<Twilio['sync']['v1']['services']>['documents'] {
  return client.sync.v1.services(syncServiceSid).documents;
}
