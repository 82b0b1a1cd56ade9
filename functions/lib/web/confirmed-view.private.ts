import { findRecord } from '../otp/find-record.private';
import { stateOf } from '../otp/record.private';
import type { Prover } from '../otp/verify-code.private';
import { confirmUser } from './confirm-user.private';
import { callOf } from './visit.private';
import type { SessionVisit, View } from './visit.private';
import { readUser } from './web-user.private';
import type { WebUser } from './web-user.private';

/** What was confirmed in a session. */
export interface ConfirmedRequest {
  readonly requestId: string;
  readonly masked: string;
}

/** The last page, or the one that says that the application has named another number since. Two requests to Sync. */
export async function confirmedView(
  visit: SessionVisit,
  { requestId, masked }: ConfirmedRequest,
  prove: Prover | undefined,
): Promise<View> {
  const user = await userOf(visit);
  return 'kind' in user ? user : doneView(visit, requestId, masked, prove);
}

/**
 * A proof is made anew each time: it is short-lived, and its `jti` says that it is the same one. Without a prover, or when the store
 * does not answer, the page has none: the user is confirmed all the same, and the application can ask for that.
 */
export async function doneView(
  visit: SessionVisit,
  requestId: string,
  masked: string,
  prove: Prover | undefined,
): Promise<View> {
  if (prove === undefined) return { kind: 'done', masked };
  const call = callOf(visit);
  const found = await findRecord(requestId, call);
  if (found.kind === 'refused') return { kind: 'done', masked };
  const proven = await prove(requestId, found.record, call);
  return { kind: 'done', masked, ...(proven === undefined ? {} : { proof: proven.proof }) };
}

/**
 * The page of a session whose time is over. It makes no proof any more. Whoever was confirmed in time is told so, as long as it is
 * true; a right code that came in time counts, also when its process ended before it could write so down. One request to Sync, or as
 * many as `confirmUser` and two.
 */
export async function endedView(visit: SessionVisit): Promise<View> {
  const isConfirmed = visit.session.confirmed !== undefined || (await makeUp(visit)) === 'confirmed';
  if (!isConfirmed) return { kind: 'session-expired' };
  const user = await userOf(visit);
  return 'kind' in user ? user : { kind: 'already', masked: user.masked };
}

/** Confirms a session whose code was right before its time was over. */
async function makeUp(visit: SessionVisit): Promise<Awaited<ReturnType<typeof confirmUser>> | undefined> {
  const { request } = visit.session;
  if (request === undefined) return undefined;
  const found = await findRecord(request.id, callOf(visit));
  if (found.kind === 'refused') return undefined;
  const { status } = stateOf(found.record, visit.tools.time.now());
  return status === 'verified' ? confirmUser(visit, request, found.record) : undefined;
}

/** The user of a session that was confirmed; a page in their place when that does not hold any more, or nobody knows. */
async function userOf({ session, tools }: SessionVisit): Promise<WebUser | View> {
  const user = await readUser(session.user, tools);
  if (user === 'unavailable') return { kind: 'unavailable' };
  return user === undefined || user.confirmedAt === null ? { kind: 'outdated' } : user;
}
