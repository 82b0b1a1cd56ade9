import { sameDigest } from '../otp/secrets.private';
import { readBrowserKey } from './cookie.private';
import type { PlainViewKind, SessionVisit, Visit } from './visit.private';
import { parseSession } from './web-session.private';

/** The session of a browser, or the page that says why there is none. */
export type Opened =
  | { readonly kind: 'open'; readonly visit: SessionVisit }
  | { readonly kind: 'none'; readonly view: PlainViewKind; readonly visit?: SessionVisit };

/**
 * Finds the session of the browser that asks; at most one request to Sync. Whether a session is unknown or another browser's makes
 * no difference to who asks.
 */
export async function openSession(visit: Visit): Promise<Opened> {
  const key = readBrowserKey(visit.cookie);
  if (key === undefined || visit.cookie === undefined) return { kind: 'none', view: 'unknown' };
  const stored = await visit.tools.store.read(key.sessionId);
  if (stored.kind === 'missing') return { kind: 'none', view: 'unknown' };
  if (stored.kind !== 'done') return { kind: 'none', view: 'unavailable' };
  const session = parseSession(stored.data);
  const isMine = session.browser !== undefined && sameDigest(session.browser, visit.secrets.digestOf(key.secret));
  if (!isMine) return { kind: 'none', view: 'unknown' };
  const own: SessionVisit = { ...visit, cookie: visit.cookie, session, sessionId: key.sessionId };
  if (visit.tools.time.now() >= session.expiresAt) return { kind: 'none', view: 'session-expired', visit: own };
  return { kind: 'open', visit: own };
}

/** Whether a form was made for this very browser in this very session. */
export function isOwnForm({ secrets, cookie }: SessionVisit, token: string): boolean {
  return sameDigest(secrets.formToken(cookie), token);
}
