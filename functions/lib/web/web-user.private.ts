import { changeDocument } from '../otp/change-document.private';
import type { OtpTools } from '../otp/otp-tools.private';

/** What is known of an application's user, as one Sync document that stays. The name is an HMAC; the user's id is nowhere. */
export interface WebUser {
  readonly v: 1;
  readonly number: string;
  /** `+1******0100` */
  readonly masked: string;
  /** Tells whether another number is the same. */
  readonly numberKey: string;
  /** Milliseconds since 1970; null: the application named the number, and nobody has confirmed it. */
  readonly confirmedAt: number | null;
  /** The request that confirmed it. */
  readonly requestId?: string;
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

/** Writes what is known now; the latest word counts. False: it may not have been written. */
export async function writeUser(name: string, user: WebUser, { store, time }: OtpTools): Promise<boolean> {
  const decide = () => ({ kind: 'write', data: user, value: undefined }) as const;
  // Zero seconds to live: for good. https://www.twilio.com/docs/sync/api/document-resource
  return (await changeDocument(store, time, { name, decide, ttlSeconds: 0 })).kind === 'done';
}

function parseUser(data: unknown): WebUser {
  if (isUser(data)) return data;
  throw new TypeError('A document of the store is not a user of this version');
}

function isUser(data: unknown): data is WebUser {
  if (typeof data !== 'object' || data === null) return false;
  const { v, number, masked, numberKey } = { v: 0, number: 0, masked: 0, numberKey: 0, ...data };
  return v === 1 && [number, masked, numberKey].every((text) => typeof text === 'string');
}
