import { unavailable } from './answers.private';
import type { OtpAnswer } from './answers.private';
import { changeRecord } from './change-record.private';
import type { Call } from './otp-tools.private';
import type { Planned } from './planned-request.private';
import { parseRecord, UNDER_WAY_MILLISECONDS } from './record.private';
import type { OtpRecord } from './record.private';
import { answerExisting, mayBeMadeAnew } from './repeat.private';
import type { Refused } from './find-record.private';
import { IV_BYTES } from './secrets.private';
import type { Outgoing } from './send-code.private';

/**
 * A record that this invocation, and no other, created; or the answer when it did not. `existing`: somebody else had created it;
 * `isOther` when that was for another number or long ago, so that this invocation was counted for nothing.
 */
export type Created =
  | { readonly kind: 'created'; readonly outgoing: Outgoing }
  | { readonly kind: 'existing'; readonly answer: OtpAnswer; readonly isOther: boolean }
  | Refused;

/**
 * Creates the record of a request: the one moment that decides who sends its text. One that failed because Twilio could not take
 * the text is made anew, which is that moment again.
 */
export async function createRecord(planned: Planned, grant: number, call: Call): Promise<Created> {
  const { store, settings } = call.tools;
  const { requestId, to } = planned;
  const { record, code } = newRecord(planned, grant, call);
  const created: Created = {
    kind: 'created',
    outgoing: { requestId, record, to, ...(code === undefined ? {} : { code }) },
  };
  const written = await store.create(requestId, record, settings.recordDays * 24 * 3600);
  if (written.kind === 'done') return created;
  if (written.kind !== 'taken' && written.kind !== 'unknown') return refused(requestId);
  const there = await store.read(requestId);
  if (there.kind !== 'done') return refused(requestId);
  const found = parseRecord(there.data);
  // The answer was lost, or the SDK's connection repeated the request: it is ours all the same.
  if (found.by === record.by) return created;
  if (!mayBeMadeAnew(planned, found, call)) return existing(planned, found, call);
  const changed = await changeRecord<Created>(
    requestId,
    call,
    (newest) => {
      if (newest.by === record.by) return { kind: 'leave', value: created };
      if (mayBeMadeAnew(planned, newest, call)) return { kind: 'write', record, value: created };
      return { kind: 'leave', value: existing(planned, newest, call) };
    },
    there,
  );
  return changed.kind === 'changed' ? changed.value : changed;
}

function existing(planned: Planned, record: OtpRecord, call: Call): Created {
  const isOld = planned.createdAt >= record.createdAt + UNDER_WAY_MILLISECONDS;
  const isOther = isOld || call.tools.secrets.unseal(record.number, planned.requestId) !== planned.to;
  return { kind: 'existing', answer: answerExisting(planned, record, call), isOther };
}

function newRecord(planned: Planned, grant: number, { client, correlationId, tools }: Call) {
  const { requestId, to, masked, country, fingerprint, createdAt, expiresAt, request } = planned;
  const { chance, secrets, settings } = tools;
  const { purpose, channel, locale } = request;
  const made = settings.engine === 'message' ? newCode(requestId, purpose, tools) : undefined;
  const record: OtpRecord = {
    v: 1,
    engine: settings.engine,
    client,
    correlationId,
    by: chance.bytes(6).toString('base64url'),
    fingerprint,
    number: secrets.seal(to, requestId, chance.bytes(IV_BYTES)),
    masked,
    country,
    purpose,
    ...(locale === undefined ? {} : { locale }),
    createdAt,
    expiresAt,
    grant,
    ...(made === undefined ? {} : { code: made.kept }),
    tries: [],
    sends: [{ at: createdAt, channel }],
    ...(settings.webhook === undefined ? {} : { webhook: {} }),
  };
  return { record, code: made?.code };
}

/** A code in clear, for its text alone, and what is kept of it. */
export interface NewCode {
  readonly code: string;
  readonly kept: { readonly salt: string; readonly digest: string };
}

/** Makes a code for a request. */
export function newCode(
  requestId: string,
  purpose: string,
  { chance, secrets, settings }: Call['tools'],
): NewCode {
  const code = chance.code(settings.codeLength);
  const salt = chance.bytes(16).toString('base64url');
  return { code, kept: { salt, digest: secrets.digestOfCode(code, { salt, requestId, purpose }) } };
}

function refused(requestId: string): Refused {
  return { kind: 'refused', answer: { ...unavailable(), subject: { requestId } } };
}
