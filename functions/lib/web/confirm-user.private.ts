import type { OtpRecord } from '../otp/record.private';
import { stateOf } from '../otp/record.private';
import { changeSession } from './change-session.private';
import type { SessionVisit } from './visit.private';
import type { SessionRequest, WebSession } from './web-session.private';
import { writeUser } from './web-user.private';

/** AES-GCM wants 96 random bits. */
const IV_BYTES = 12;

/**
 * Writes down that the user of a session holds the number whose code was right: first the user, then the session. Doing it again
 * changes nothing, so that whoever finds a right code and an unconfirmed session can make up for a process that ended between.
 * `undefined` when the store does not answer.
 */
export async function confirmUser(
  visit: SessionVisit,
  request: SessionRequest,
  record: OtpRecord,
): Promise<WebSession | undefined> {
  const { tools, secrets, session } = visit;
  const state = stateOf(record, tools.time.now());
  const at = state.status === 'verified' ? state.at : tools.time.now();
  const e164 = tools.secrets.unseal(record.number, request.id);
  const isWritten = await writeUser(
    session.user,
    {
      v: 1,
      number: secrets.seal(e164, session.user, tools.chance.bytes(IV_BYTES)),
      masked: record.masked,
      numberKey: request.numberKey,
      confirmedAt: at,
      requestId: request.id,
    },
    tools,
  );
  if (!isWritten) return undefined;
  const confirmed = { at, requestId: request.id, masked: record.masked };
  const changed = await changeSession<WebSession>(visit, (newest) => {
    if (newest.confirmed !== undefined) return { value: newest };
    const next = { ...newest, confirmed };
    return { session: next, value: next };
  });
  return changed?.value;
}
