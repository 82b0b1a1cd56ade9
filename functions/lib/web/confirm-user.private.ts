import type { OtpRecord } from '../otp/record.private';
import { stateOf } from '../otp/record.private';
import { changeSession } from './change-session.private';
import type { SessionVisit } from './visit.private';
import type { SessionRequest, WebSession } from './web-session.private';
import { changeUser, isOutdated } from './web-user.private';
import type { UserStep, WebUser } from './web-user.private';

/** What a right code led to. `outdated`: the user has another number now, and the code was for an earlier one. */
export type Confirmation = 'confirmed' | 'outdated' | 'unavailable';

/**
 * Writes down that the user of a session holds the number whose code was right: first the user, then the session. Doing it again
 * changes nothing, so that whoever finds a right code and an unconfirmed session can make up for a process that ended between.
 */
export async function confirmUser(
  visit: SessionVisit,
  request: SessionRequest,
  record: OtpRecord,
): Promise<Confirmation> {
  const { tools, session } = visit;
  const state = stateOf(record, tools.time.now());
  const at = state.status === 'verified' ? state.at : tools.time.now();
  const { masked } = record;
  const user = {
    v: 1,
    masked,
    numberKey: request.numberKey,
    confirmedAt: at,
    requestId: request.id,
  } as const;
  const written = await changeUser(session.user, (known) => confirmedUser(user, known, session), tools);
  if (written?.value !== 'confirmed') return written?.value ?? 'unavailable';
  const changed = await changeSession(visit, (newest) => ({
    ...(newest.confirmed === undefined
      ? { session: { ...newest, confirmed: { at, requestId: request.id, masked } } }
      : {}),
    value: undefined,
  }));
  return changed === undefined ? 'unavailable' : 'confirmed';
}

/** The latest word counts, be it the application's or a later code's. */
function confirmedUser(
  user: WebUser & { readonly confirmedAt: number },
  known: WebUser | undefined,
  session: WebSession,
): UserStep<'confirmed' | 'outdated'> {
  if (known === undefined) return { user, value: 'confirmed' };
  if (isOutdated(session, known, user.numberKey)) return { value: 'outdated' };
  if (known.requestId === user.requestId) return { value: 'confirmed' };
  const isLate = known.confirmedAt !== null && known.confirmedAt > user.confirmedAt;
  if (isLate) return { value: known.numberKey === user.numberKey ? 'confirmed' : 'outdated' };
  const { changedAt } = known;
  return { user: { ...user, ...(changedAt === undefined ? {} : { changedAt }) }, value: 'confirmed' };
}
