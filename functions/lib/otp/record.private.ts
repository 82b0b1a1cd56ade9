import type { Channel } from '../requests.private';
import { sameDigest } from './secrets.private';
import type { EngineName } from './otp-settings.private';

/** How a request ended. */
export type EndStatus = 'verified' | 'expired' | 'locked' | 'cancelled' | 'failed';

/** One guess. It is written before it is compared, so that it is here whatever happens then. */
export interface Try {
  readonly at: number;
  /** Random; says who wrote it when an answer of the store was lost. */
  readonly by: string;
  /** Engine `message`: of what was tried. */
  readonly digest?: string;
}

/** One text on its way. */
export interface Send {
  readonly at: number;
  /** Of the second and later ones: random, says who wrote it when an answer of the store was lost. */
  readonly by?: string;
  readonly channel: Channel;
}

/** An end that does not follow from the rest. */
export interface End {
  readonly status: EndStatus;
  readonly at: number;
  readonly by: string;
  /** Of a failure: the problem that was answered; of a cancellation: what the caller said. */
  readonly reason?: string;
}

/**
 * What is kept of a request, as one Sync document with the request's id as its name: plain JSON, at most 2 kB. No number and no
 * code is in it in clear. Moments are milliseconds since 1970.
 */
export interface OtpRecord {
  readonly v: 1;
  readonly engine: EngineName;
  /** Name of the API key that made it. */
  readonly client: string;
  readonly correlationId: string;
  /** Random; says who created it when an answer of the store was lost. */
  readonly by: string;
  /** Of what was asked for; another request under the same Idempotency-Key has another. */
  readonly fingerprint: string;
  /** Sealed. */
  readonly number: string;
  /** `+1******0100` */
  readonly masked: string;
  readonly country: string;
  readonly purpose: string;
  readonly locale?: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** How many guesses the number's budget had left for it. */
  readonly grant: number;
  /** Engine `message`: the code that is right. */
  readonly code?: { readonly salt: string; readonly digest: string };
  readonly tries: readonly Try[];
  readonly sends: readonly Send[];
  readonly end?: End;
  /** There when an end has to be told; `deliveredAt` when it was. */
  readonly webhook?: { readonly deliveredAt?: number };
}

/** Where a request stands. */
export type State =
  { readonly status: 'open' } | { readonly status: EndStatus; readonly at: number; readonly reason?: string };

/** Longer than a function runs: whatever was under way then has ended. */
export const UNDER_WAY_MILLISECONDS = 10_000;

/** Where a request stands at a moment; all of it follows from the record. */
export function stateOf(record: OtpRecord, now: number): State {
  const right = rightTry(record);
  if (right !== undefined) return { status: 'verified', at: right.at };
  const { end } = record;
  if (end !== undefined) {
    return { status: end.status, at: end.at, ...(end.reason === undefined ? {} : { reason: end.reason }) };
  }
  const last = record.tries.at(-1);
  if (last !== undefined && record.tries.length >= record.grant && isDecided(record, last, now)) {
    return { status: 'locked', at: last.at };
  }
  return now >= record.expiresAt ? { status: 'expired', at: record.expiresAt } : { status: 'open' };
}

/** Guesses that may still be made. */
export function attemptsRemaining(record: OtpRecord, now: number): number {
  return stateOf(record, now).status === 'open' ? Math.max(record.grant - record.tries.length, 0) : 0;
}

/** Guesses that were wrong, once no more can come; `undefined` before. */
export function failuresOf(record: OtpRecord, now: number): number | undefined {
  const { status } = stateOf(record, now);
  if (status === 'open') return undefined;
  return record.tries.length - (status === 'verified' ? 1 : 0);
}

/** The first try that was right, with engine `message`. Verify says so itself, and then it is the record's `end`. */
export function rightTry({ code, tries }: OtpRecord): Try | undefined {
  if (code === undefined) return undefined;
  return tries.find(({ digest }) => digest !== undefined && sameDigest(digest, code.digest));
}

/** With engine `verify` the last guess may still be under way to Twilio. */
function isDecided(record: OtpRecord, last: Try, now: number): boolean {
  return record.engine === 'message' || now >= last.at + UNDER_WAY_MILLISECONDS;
}

/** Reads a document of the store; throws when it is no record of ours, which is a broken environment. */
export function parseRecord(data: unknown): OtpRecord {
  if (isRecord(data)) return data;
  throw new TypeError('A document of the store is not a record of this version');
}

function isRecord(data: unknown): data is OtpRecord {
  if (typeof data !== 'object' || data === null) return false;
  const { v, client, number, tries, sends } = { v: 0, client: 0, number: 0, tries: 0, sends: 0, ...data };
  return (
    v === 1 &&
    typeof client === 'string' &&
    typeof number === 'string' &&
    Array.isArray(tries) &&
    Array.isArray(sends)
  );
}
