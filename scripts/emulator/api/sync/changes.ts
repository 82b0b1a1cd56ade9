import { isJsonObject, type JsonObject } from '../../../../studio/model/json';
import type { SyncRecord } from '../../entities/sync-service';
import type { Milliseconds } from '../../time/clock';
import type { Parameters } from '../parameters';
import type { ApiRequest } from '../product';
import type { SyncError } from './errors';
import { DATA_BYTES, NAME_LENGTH, TTL_SECONDS } from './limits';

/** A value of a request, or why Sync refuses it. */
export type Read<T> =
  { readonly kind: 'read'; readonly value: T } | { readonly kind: 'refused'; readonly reason: SyncError };

/** Data as it was sent, with its size. */
export interface SentData {
  readonly data: JsonObject;
  /** Of its JSON in UTF-8. */
  readonly bytes: number;
}

/**
 * Reads `Data`; null when it was not sent. `whenNull` is the error for JSON's null.
 * Not public: what Sync says of JSON that is no object, such as a list; we refuse it as the wrong type that it is.
 */
export function readData(form: Parameters, whenNull: SyncError): Read<SentData | null> {
  const text = form.optional('Data');
  if (text === undefined) return { kind: 'read', value: null };
  const bytes = Buffer.byteLength(text);
  if (bytes > DATA_BYTES) return { kind: 'refused', reason: 'tooLarge' };
  if (text.trim() === 'null') return { kind: 'refused', reason: whenNull };
  const data = form.json('Data');
  return isJsonObject(data) ? { kind: 'read', value: { data, bytes } } : { kind: 'refused', reason: 'type' };
}

/** Reads the first of these names that was sent: a number of seconds; null when none was, or all were blank. */
export function readTtl(form: Parameters, ...names: readonly string[]): Read<number | null> {
  const name = names.find((each) => form.text(each) !== '');
  if (name === undefined) return { kind: 'read', value: null };
  const seconds = form.integer(name) ?? Number.NaN;
  return seconds >= 0 && seconds <= TTL_SECONDS
    ? { kind: 'read', value: seconds }
    : { kind: 'refused', reason: 'ttl' };
}

/** Reads `UniqueName`; null when it was not sent. A name that looks like a SID could not be told from one. */
export function readUniqueName(form: Parameters): Read<string | null> {
  const name = form.optional('UniqueName');
  if (name === undefined) return { kind: 'read', value: null };
  const isName = name !== '' && name.length <= NAME_LENGTH && !/^[A-Z]{2}[a-f0-9]{32}$/.test(name);
  return isName ? { kind: 'read', value: name } : { kind: 'refused', reason: 'name' };
}

/**
 * Why `If-Match` forbids to change a record, or null: it must be its revision. Two at once with the same one cannot both
 * succeed. Not public: which values are malformed; ours are all but a whole number, with or without the quotes of HTTP.
 */
export function conditionProblem(
  request: ApiRequest,
  { revision }: SyncRecord,
  mismatch: SyncError,
): SyncError | null {
  const expected = request.header('If-Match');
  if (expected === undefined) return null;
  const match = /^(?:"(\d+)"|(\d+))$/.exec(expected.trim());
  if (match === null) return 'ifMatch';
  return (match[1] ?? match[2]) === String(revision) ? null : mismatch;
}

/** When something with this TTL expires: 0 is never. */
function expiryOf(ttlSeconds: number, now: Milliseconds): Milliseconds | null {
  return ttlSeconds === 0 ? null : now + ttlSeconds * 1000;
}

/**
 * Notes a change. A TTL stays where it was unless a new one comes with the change
 * (https://www.twilio.com/docs/sync/objects-ttl). Not public: whether a change of the TTL alone counts as a revision; here
 * every change does.
 */
export function noteChange(record: SyncRecord, ttlSeconds: number | null, now: Milliseconds): void {
  record.revision += 1;
  record.dateUpdated = now;
  if (ttlSeconds !== null) record.dateExpires = expiryOf(ttlSeconds, now);
}

/** A record that was just made. */
export function newRecord(ttlSeconds: number | null, now: Milliseconds): SyncRecord {
  return { revision: 0, dateExpires: expiryOf(ttlSeconds ?? 0, now), dateCreated: now, dateUpdated: now };
}
