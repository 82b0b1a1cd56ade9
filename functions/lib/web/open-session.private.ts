import { sameDigest } from '../otp/secrets.private';
import { readBrowserKey } from './cookie.private';
import { fieldText } from './form-fields.private';
import type { PlainViewKind, SessionVisit, Visit, WebAnswer } from './visit.private';
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
  const isMine =
    session.browser !== undefined && sameDigest(session.browser, visit.secrets.digestOf(key.secret));
  if (!isMine) return { kind: 'none', view: 'unknown' };
  const own: SessionVisit = { ...visit, cookie: visit.cookie, session, sessionId: key.sessionId };
  if (visit.tools.time.now() >= session.expiresAt)
    return { kind: 'none', view: 'session-expired', visit: own };
  return { kind: 'open', visit: own };
}

/** The page in place of a session. */
export function closedPage({ view, visit }: Extract<Opened, { readonly kind: 'none' }>): WebAnswer {
  return { kind: 'page', view: { kind: view }, ...(visit === undefined ? {} : { visit }) };
}

/** A form that was made for this very browser in this very session, or what is answered to any other. */
export type OpenedForm =
  | { readonly kind: 'open'; readonly visit: SessionVisit }
  | { readonly kind: 'closed'; readonly answer: WebAnswer };

/** Opens the session of a form. Another site cannot know the form's token, even if it could have the browser send the cookie. */
export async function openForm(visit: Visit): Promise<OpenedForm> {
  const opened = await openSession(visit);
  if (opened.kind === 'none') return { kind: 'closed', answer: closedPage(opened) };
  const { secrets, cookie } = opened.visit;
  if (sameDigest(secrets.formToken(cookie), fieldText(visit.event, 'form') ?? '')) return opened;
  return { kind: 'closed', answer: { kind: 'page', view: { kind: 'stale' }, visit: opened.visit } };
}
