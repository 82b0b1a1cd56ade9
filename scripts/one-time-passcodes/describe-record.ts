import { isDue } from '../../functions/lib/otp/notify.private';
import { runtimeStatusOf } from '../../functions/lib/otp/read-status.private';
import { attemptsRemaining, stateOf } from '../../functions/lib/otp/record.private';
import type { NamedRecord } from './records';

/** A record for people who audit it: no code, no digest, no whole number. Moments are ISO 8601. */
export interface DescribedRecord {
  readonly requestId: string;
  readonly status: string;
  readonly runtimeStatus: string;
  /** Masked. */
  readonly phoneNumber: string;
  readonly country: string;
  readonly purpose: string;
  /** Name of the API key. */
  readonly client: string;
  readonly engine: string;
  readonly correlationId: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** Null while it is open. */
  readonly endedAt: string | null;
  readonly reason: string | null;
  readonly sends: readonly { readonly at: string; readonly channel: string }[];
  readonly guessesAt: readonly string[];
  readonly attemptsRemaining: number;
  readonly webhook: 'none' | 'due' | 'delivered' | 'later';
}

/** Describes a record as it stands at a moment (milliseconds since 1970). */
export function describeRecord({ requestId, record }: NamedRecord, now: number): DescribedRecord {
  const state = stateOf(record, now);
  const isOpen = state.status === 'open';
  return {
    requestId,
    status: isOpen ? 'pending' : state.status,
    runtimeStatus: runtimeStatusOf(record, now),
    phoneNumber: record.masked,
    country: record.country,
    purpose: record.purpose,
    client: record.client,
    engine: record.engine,
    correlationId: record.correlationId,
    createdAt: iso(record.createdAt),
    expiresAt: iso(record.expiresAt),
    endedAt: isOpen ? null : iso(state.at),
    reason: (!isOpen && state.reason) || null,
    sends: record.sends.map(({ at, channel }) => ({ at: iso(at), channel })),
    guessesAt: record.tries.map(({ at }) => iso(at)),
    attemptsRemaining: attemptsRemaining(record, now),
    webhook: webhookOf({ requestId, record }, now),
  };
}

/** A record in one line. */
export function recordLine(record: DescribedRecord): string {
  const { createdAt, requestId, status, phoneNumber, client, purpose } = record;
  const guesses = `${record.guessesAt.length} guesses`;
  return [createdAt, requestId, status.padEnd(9), phoneNumber, guesses, client, purpose].join('  ').trimEnd();
}

function webhookOf({ record }: NamedRecord, now: number): DescribedRecord['webhook'] {
  if (record.webhook === undefined) return 'none';
  if (record.webhook.deliveredAt !== undefined) return 'delivered';
  return isDue(record, now) ? 'due' : 'later';
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}
