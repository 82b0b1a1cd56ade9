import { unavailable } from './answers.private';
import type { Call } from './otp-tools.private';
import type { Planned } from './planned-request.private';
import { parseRecord } from './record.private';
import type { OtpRecord } from './record.private';
import { answerExisting } from './repeat.private';
import type { Refused } from './find-record.private';
import { IV_BYTES } from './secrets.private';
import type { Outgoing } from './send-code.private';

/** A record that this invocation, and no other, created; or the answer when it did not. */
export type Created = { readonly kind: 'created'; readonly outgoing: Outgoing } | Refused;

/** Creates the record of a request: the one moment that decides who sends its text. */
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
  return { kind: 'refused', answer: answerExisting(planned, found, call) };
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
