import { findRecord } from '../otp/find-record.private';
import { stateOf } from '../otp/record.private';
import type { OtpRecord } from '../otp/record.private';
import type { SyncDocument } from '../otp/sync-port.private';
import { changeSession } from './change-session.private';
import { callOf } from './visit.private';
import type { SessionVisit } from './visit.private';
import type { SessionRequest, WebSession } from './web-session.private';

/** A request that is about to be made, or the one that the same form began a moment ago. */
export type Begun =
  | { readonly kind: 'new' | 'joined'; readonly request: SessionRequest; readonly document?: SyncDocument }
  | { readonly kind: 'too-many' };

/**
 * Writes down that a code for a number is wanted. The request before keeps its place until the service has taken the new one, since
 * its code is good until then. `undefined` when the store does not answer.
 */
export async function beginRequest(visit: SessionVisit, numberKey: string): Promise<Begun | undefined> {
  const { tools, sessionId, web } = visit;
  const seen = visit.session.request?.order ?? 0;
  const changed = await changeSession<Begun>(visit, (session) => {
    const { request, pending, codes } = session;
    const same = [pending, request?.order === seen ? undefined : request].find(
      (known) => known?.numberKey === numberKey,
    );
    if (same !== undefined) return { value: { kind: 'joined', request: same } };
    if (codes >= web.limits.perSession) return { value: { kind: 'too-many' } };
    // Codes only ever become more, so that no two requests have one name.
    const order = codes + 1;
    const id = tools.secrets.requestIdOf(session.client, idempotencyKey(sessionId, order));
    const next = { id, order, numberKey };
    return { session: { ...session, codes: order, pending: next }, value: { kind: 'new', request: next } };
  });
  if (changed === undefined) return undefined;
  const { value, document } = changed;
  return value.kind === 'new' && document !== undefined ? { ...value, document } : value;
}

/** Has a request that the service took be the session's. False: the store did not answer, and the next page makes up for it. */
export async function keepRequest(
  visit: SessionVisit,
  request: SessionRequest,
  guess?: SyncDocument,
): Promise<boolean> {
  const decide = (session: WebSession) => {
    if (request.order <= (session.request?.order ?? 0)) return { value: undefined };
    const { request: earlier } = session;
    const kept = { ...withoutPending(session, request), request };
    return { session: { ...kept, ...(earlier === undefined ? {} : { earlier }) }, value: undefined };
  };
  return (await changeSession(visit, decide, guess)) !== undefined;
}

/** A request whose code is good. */
export interface OpenRequest {
  readonly visit: SessionVisit;
  readonly request: SessionRequest;
  readonly record: OtpRecord;
}

/**
 * The request before, when the newest came to nothing after all: another tab, or a form that came twice, may have taken it for one
 * that the service took while its text was still under way. `undefined` when there is none whose code is good. Two or three requests
 * to Sync.
 */
export async function backToEarlier(visit: SessionVisit): Promise<OpenRequest | undefined> {
  const { request: failed, earlier } = visit.session;
  if (failed === undefined || earlier === undefined) return undefined;
  const found = await findRecord(earlier.id, callOf(visit));
  if (found.kind === 'refused') return undefined;
  if (stateOf(found.record, visit.tools.time.now()).status !== 'open') return undefined;
  const changed = await changeSession(visit, (session) =>
    session.request?.order === failed.order
      ? { session: withEarlier(session, earlier), value: undefined }
      : { value: undefined },
  );
  if (changed === undefined) return undefined;
  const own = { ...visit, session: withEarlier(visit.session, earlier) };
  return { visit: own, request: earlier, record: found.record };
}

function withEarlier({ earlier: _, ...session }: WebSession, request: SessionRequest): WebSession {
  return { ...session, request };
}

/** Forgets a request that the service refused. */
export async function dropRequest(
  visit: SessionVisit,
  request: SessionRequest,
  guess?: SyncDocument,
): Promise<void> {
  const decide = (session: WebSession) =>
    session.pending?.order === request.order
      ? { session: withoutPending(session, request), value: undefined }
      : { value: undefined };
  await changeSession(visit, decide, guess);
}

/** A visit whose request was taken by the service, although the process ended before it could write so down; one request to Sync, or three. */
export async function settlePending(visit: SessionVisit): Promise<SessionVisit> {
  const { pending, ...session } = visit.session;
  if (pending === undefined || pending.order <= (session.request?.order ?? 0)) return visit;
  const found = await findRecord(pending.id, callOf(visit));
  if (found.kind === 'refused' || !(await keepRequest(visit, pending))) return visit;
  const { request: earlier } = session;
  return { ...visit, session: { ...session, request: pending, ...(earlier && { earlier }) } };
}

/** Names a request of a session to the service, so that asking twice is one text. */
export function idempotencyKey(sessionId: string, order: number): string {
  return `${sessionId}.${order}`;
}

function withoutPending(session: WebSession, { order }: SessionRequest): WebSession {
  const { pending, ...rest } = session;
  return pending === undefined || pending.order > order ? session : rest;
}
