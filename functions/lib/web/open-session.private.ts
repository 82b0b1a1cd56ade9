import { sameDigest } from '../otp/secrets.private';
import { endedView } from './confirmed-view.private';
import { fieldText } from './form-fields.private';
import type { PlainViewKind, SessionVisit, Visit, WebAnswer } from './visit.private';
import { isSessionId, parseSession } from './web-session.private';

/** The session of a browser, or the page that says why there is none. */
export type Opened =
  | { readonly kind: 'open'; readonly visit: SessionVisit }
  | {
      readonly kind: 'none';
      readonly view: PlainViewKind;
      /** There when it is this browser's, and only its time is over. */
      readonly visit?: SessionVisit;
    };

/**
 * Finds the session of the browser that asks; at most one request to Sync. Whether a session is unknown or another browser's makes
 * no difference to who asks.
 */
export async function openSession(visit: Visit): Promise<Opened> {
  const sessionId = fieldText(visit.event, 'session') ?? '';
  const browserSecret = isSessionId(sessionId) ? visit.secretOf(sessionId) : undefined;
  if (browserSecret === undefined) return { kind: 'none', view: 'unknown' };
  const stored = await visit.tools.store.read(sessionId);
  if (stored.kind === 'missing') return { kind: 'none', view: 'unknown' };
  if (stored.kind !== 'done') return { kind: 'none', view: 'unavailable' };
  const session = parseSession(stored.data);
  const isMine =
    session.browser !== undefined && sameDigest(session.browser, visit.secrets.digestOf(browserSecret));
  if (!isMine) return { kind: 'none', view: 'unknown' };
  const own: SessionVisit = { ...visit, session, sessionId, browserSecret };
  if (visit.tools.time.now() >= session.expiresAt)
    return { kind: 'none', view: 'session-expired', visit: own };
  return { kind: 'open', visit: own };
}

/** The page in place of a session; one to three requests to Sync where its time is over, as for any other page of it. */
export async function closedPage({ view, visit }: Extract<Opened, { kind: 'none' }>): Promise<WebAnswer> {
  if (visit === undefined) return { kind: 'page', view: { kind: view } };
  return { kind: 'page', view: await endedView(visit), visit };
}

/** A form that was made for this very browser in this very session, or what is answered to any other. */
export type OpenedForm =
  | { readonly kind: 'open'; readonly visit: SessionVisit }
  | { readonly kind: 'closed'; readonly answer: WebAnswer };

/** Opens the session of a form. Another site cannot know the form's token, even if it could have the browser send the cookie. */
export async function openForm(visit: Visit): Promise<OpenedForm> {
  const opened = await openSession(visit);
  if (opened.kind === 'none') return { kind: 'closed', answer: await closedPage(opened) };
  const { secrets, sessionId, browserSecret } = opened.visit;
  const token = secrets.formToken(sessionId, browserSecret);
  if (sameDigest(token, fieldText(visit.event, 'form') ?? '')) return opened;
  return { kind: 'closed', answer: { kind: 'page', view: { kind: 'stale' }, visit: opened.visit } };
}
