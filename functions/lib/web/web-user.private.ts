import { changeDocument } from '../otp/change-document.private';
import type { OtpTools } from '../otp/otp-tools.private';
import type { WebSession } from './web-session.private';

/**
 * What is known of an application's user, as one Sync document that stays. The name is an HMAC; neither the user's id nor the number
 * is anywhere. Moments are milliseconds since 1970.
 */
export interface WebUser {
  readonly v: 1;
  /** `+1******0100` */
  readonly masked: string;
  /** Tells whether another number is the same. */
  readonly numberKey: string;
  /** Null: the application named the number, and nobody has confirmed it. */
  readonly confirmedAt: number | null;
  /** When the application last named another number than the one before; missing: never. */
  readonly changedAt?: number;
  /** The request that confirmed it. */
  readonly requestId?: string;
}

/** What becomes of a user: written, or left as it is. */
export interface UserStep<T> {
  readonly user?: WebUser;
  readonly value: T;
}

/** A user, `undefined` for one that is not known, or `unavailable`. One request to Sync. */
export async function readUser(
  name: string,
  { store }: OtpTools,
): Promise<WebUser | undefined | 'unavailable'> {
  const stored = await store.read(name);
  if (stored.kind === 'missing') return undefined;
  return stored.kind === 'done' ? parseUser(stored.data) : 'unavailable';
}

/**
 * Decides on what is known of a user now; `undefined` when the store does not answer, and then it may have been written. Two
 * requests to Sync, or three when somebody was faster.
 */
export async function changeUser<T>(
  name: string,
  decide: (user: WebUser | undefined) => UserStep<T>,
  { store, time }: OtpTools,
): Promise<{ readonly value: T } | undefined> {
  const changed = await changeDocument<T>(store, time, {
    name,
    // For good. https://www.twilio.com/docs/sync/api/document-resource
    ttlSeconds: 0,
    decide: (data) => {
      const { user, value } = decide(data === undefined ? undefined : parseUser(data));
      return user === undefined ? { kind: 'leave', value } : { kind: 'write', data: user, value };
    },
  });
  return changed.kind === 'done' ? { value: changed.value } : undefined;
}

/** Whether the application named another number after it made this session: the session has no say any more, but for that number. */
export function isOutdated(
  { createdAt }: WebSession,
  { changedAt = 0, numberKey }: WebUser,
  key: string | undefined,
): boolean {
  return changedAt > createdAt && key !== numberKey;
}

function parseUser(data: unknown): WebUser {
  if (isUser(data)) return data;
  throw new TypeError('A document of the store is not a user of this version');
}

function isUser(data: unknown): data is WebUser {
  if (typeof data !== 'object' || data === null) return false;
  const { v, masked, numberKey } = { v: 0, masked: 0, numberKey: 0, ...data };
  return v === 1 && [masked, numberKey].every((text) => typeof text === 'string');
}
