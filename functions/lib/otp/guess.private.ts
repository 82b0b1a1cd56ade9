import { unavailable } from './answers.private';
import type { OtpAnswer } from './answers.private';
import { changeRecord, endAs } from './change-record.private';
import type { RecordStep } from './change-record.private';
import { mayTry } from './decide.private';
import type { Refusal } from './decide.private';
import type { CheckResult } from './engine.private';
import type { Call } from './otp-tools.private';
import { rightTry, UNDER_WAY_MILLISECONDS } from './record.private';
import type { SyncDocument } from './sync-port.private';
import type { EndStatus, OtpRecord, Try } from './record.private';

/** What came of a guess. `purpose_mismatch` and the refusals of the decision tree were not counted. */
export type Guessed =
  | { readonly kind: 'right' | 'wrong'; readonly record: OtpRecord }
  | { readonly kind: 'refused'; readonly refusal: Refusal | 'purpose_mismatch'; readonly record: OtpRecord }
  | { readonly kind: 'unanswered'; readonly answer: OtpAnswer };

/** A guess at the code of a request. */
export interface Guess {
  readonly requestId: string;
  /** Digits. */
  readonly code: string;
  /** What the caller thinks the request was made for; not looked at when left out. */
  readonly purpose?: string;
}

/**
 * Counts a guess and then, and only then, compares it. The counting is a write under the condition that nobody wrote since the
 * record was read, so that of two right guesses at once the later one finds the code used, and no crash gives a guess back.
 */
export async function guess({ requestId, code, purpose }: Guess, call: Call): Promise<Guessed> {
  const by = call.tools.chance.bytes(6).toString('base64url');
  const counted = await changeRecord<Counted>(requestId, call, (record) => {
    const isMade = record.tries.some((each) => each.by === by);
    if (isMade) return { kind: 'leave', value: { kind: 'counted', record } };
    return count(record, { requestId, code, by, ...(purpose === undefined ? {} : { purpose }) }, call);
  });
  if (counted.kind === 'refused') return { kind: 'unanswered', answer: counted.answer };
  const { value } = counted;
  if (value.kind === 'refused') return value;
  const { record } = value;
  if (record.engine === 'verify') return askEngine(record, { requestId, code }, call, counted.document);
  return { kind: rightTry(record)?.by === by ? 'right' : 'wrong', record };
}

type Counted =
  { readonly kind: 'counted'; readonly record: OtpRecord } | Extract<Guessed, { readonly kind: 'refused' }>;

function count(
  record: OtpRecord,
  made: Guess & { readonly by: string },
  { tools }: Call,
): RecordStep<Counted> {
  const { requestId, code, purpose, by } = made;
  const now = tools.time.now();
  const isOther = purpose !== undefined && purpose !== record.purpose;
  const verdict = isOther ? ({ kind: 'refused', refusal: 'purpose_mismatch' } as const) : mayTry(record, now);
  if (verdict.kind === 'refused') return { kind: 'leave', value: { ...verdict, record } };
  const salt = record.code?.salt;
  const digest =
    salt === undefined
      ? {}
      : { digest: tools.secrets.digestOfCode(code, { salt, requestId, purpose: record.purpose }) };
  const mine: Try = { at: now, by, ...digest };
  const counted = { ...record, tries: [...record.tries, mine] };
  return { kind: 'write', record: counted, value: { kind: 'counted', record: counted } };
}

/** Engine `verify`: Twilio compares, and its word is written down, because Twilio itself forgets it. */
async function askEngine(
  record: OtpRecord,
  made: Guess,
  call: Call,
  written: SyncDocument | undefined,
): Promise<Guessed> {
  const { tools } = call;
  const check = tools.engines.checker();
  const to = tools.secrets.unseal(record.number, made.requestId);
  const result = await check({ to, code: made.code });
  const end = endOf(result, record);
  if (end !== undefined) return writeEnd(end, made.requestId, call, written);
  switch (result) {
    case 'gone':
      return endAsGone(record, made.requestId, call);
    case 'unavailable':
      return {
        kind: 'unanswered',
        answer: { ...unavailable(), subject: { requestId: made.requestId, record } },
      };
    default:
      return { kind: 'wrong', record };
  }
}

function endOf(result: CheckResult, record: OtpRecord): EndStatus | undefined {
  if (result === 'right') return 'verified';
  const isLast = record.tries.length >= record.grant;
  return result === 'locked' || (result === 'wrong' && isLast) ? 'locked' : undefined;
}

async function writeEnd(
  status: EndStatus,
  requestId: string,
  call: Call,
  guess: SyncDocument | undefined,
): Promise<Guessed> {
  const end = endAs(status, call);
  const written = await changeRecord<Guessed>(
    requestId,
    call,
    (record) => {
      if (record.end?.by === end.by) return { kind: 'leave', value: result(status, record) };
      const refusal = endedAs(record);
      if (refusal !== undefined) return { kind: 'leave', value: { kind: 'refused', refusal, record } };
      const ended = { ...record, end };
      return { kind: 'write', record: ended, value: result(status, ended) };
    },
    guess,
  );
  return written.kind === 'changed' ? written.value : { kind: 'unanswered', answer: written.answer };
}

function result(status: EndStatus, record: OtpRecord): Guessed {
  return { kind: status === 'verified' ? 'right' : 'wrong', record };
}

/**
 * Twilio knows no code any more. Somebody may have used it a moment ago and be about to write that down; else the request is over,
 * unless a new code was sent meanwhile. Success it is not, whatever the record says.
 */
async function endAsGone(asked: OtpRecord, requestId: string, call: Call): Promise<Guessed> {
  const mine = asked.tries.at(-1)?.by;
  const end = endAs('expired', call);
  const changed = await changeRecord<Guessed>(requestId, call, (record) => {
    const value = { kind: 'refused', refusal: endedAs(record) ?? 'expired', record } as const;
    if (record.end !== undefined) return { kind: 'leave', value };
    if (record.sends.length > asked.sends.length) {
      return {
        kind: 'leave',
        value: { kind: 'unanswered', answer: { ...unavailable(), subject: { requestId, record } } },
      };
    }
    const isContested = record.tries.some(
      ({ at, by }) => by !== mine && end.at < at + UNDER_WAY_MILLISECONDS,
    );
    if (isContested) return { kind: 'leave', value };
    const ended = { ...record, end };
    return { kind: 'write', record: ended, value: { ...value, record: ended } };
  });
  return changed.kind === 'changed' ? changed.value : { kind: 'unanswered', answer: changed.answer };
}

function endedAs({ end }: OtpRecord): Refusal | undefined {
  if (end === undefined) return undefined;
  return end.status === 'verified' ? 'already_used' : end.status;
}
