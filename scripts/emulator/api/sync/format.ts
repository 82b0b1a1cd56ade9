import type { JsonObject } from '../../../../studio/model/json';
import type { SyncRecord } from '../../entities/sync-service';
import { type Answer, ok } from '../answers';
import { isoDate } from '../dates';

/** What all kinds of object show alike. Everything here was made over REST, whose name is `system`. */
export function formatRecord(record: SyncRecord): JsonObject {
  return {
    revision: String(record.revision),
    date_expires: record.dateExpires === null ? null : isoDate(record.dateExpires),
    date_created: isoDate(record.dateCreated),
    date_updated: isoDate(record.dateUpdated),
    created_by: 'system',
  };
}

/**
 * 200, or 201, with an object and its revision as the `ETag` (https://www.twilio.com/docs/api/errors/54003).
 * Not public: whether quotes are round it; ours has none, since `If-Match` is sent without.
 */
export function shown(body: JsonObject, record: SyncRecord, how: (body: JsonObject) => Answer = ok): Answer {
  return { ...how(body), headers: { ETag: String(record.revision) } };
}
