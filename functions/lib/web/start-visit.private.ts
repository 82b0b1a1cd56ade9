import { changeDocument } from '../otp/change-document.private';
import type { Step } from '../otp/change-document.private';
import { sameDigest } from '../otp/secrets.private';
import { newBrowserSecret } from './cookie.private';
import { fieldText } from './form-fields.private';
import { pageOf } from './visit.private';
import type { PlainViewKind, Visit, WebAnswer } from './visit.private';
import { parseSession } from './web-session.private';

const LINK_TOKEN = /^[\w-]{43}$/;

/** A browser keeps its cookie for twice the time of the session, so that it can be told that the time is up. */
const KEPT_TIMES = 2;

/**
 * `GET /web/start?token=…`: trades the link for the cookie, once. It takes two steps. The first one gives the browser a secret and
 * comes back; the second one writes down that the link belongs to this secret, on the condition that it belongs to none. So a second
 * click, a lost answer and the back button find their own secret again and go on, another browser finds a used link, and a program
 * that only looks where links lead, as messengers do, uses nothing up. A link that leads nowhere sets no cookie, and each session has
 * its own.
 */
export async function startVisit(visit: Visit): Promise<WebAnswer> {
  const token = fieldText(visit.event, 'token') ?? '';
  if (!LINK_TOKEN.test(token)) return page('unknown');
  const sessionId = visit.secrets.sessionIdOf(token);
  const known = visit.secretOf(sessionId);
  if (known !== undefined) return claim(sessionId, known, visit);
  const closed = await closedLink(sessionId, visit);
  if (closed !== undefined) return page(closed);
  const link = `/web/start?token=${token}`;
  if (fieldText(visit.event, 'again') !== undefined) return { kind: 'page', view: { kind: 'cookies', link } };
  const secret = newBrowserSecret(visit.tools.chance);
  const seconds = KEPT_TIMES * visit.web.sessionSeconds;
  return { kind: 'redirect', to: `${link}&again=1`, cookie: { sessionId, secret, seconds } };
}

/** Why a link leads nowhere, whoever comes with it; one request to Sync. */
async function closedLink(sessionId: string, { tools }: Visit): Promise<PlainViewKind | undefined> {
  const stored = await tools.store.read(sessionId);
  if (stored.kind !== 'done') return stored.kind === 'missing' ? 'unknown' : 'unavailable';
  const { browser, linkUntil } = parseSession(stored.data);
  if (browser !== undefined) return 'link-used';
  return tools.time.now() >= linkUntil ? 'session-expired' : undefined;
}

async function claim(sessionId: string, secret: string, { tools, secrets }: Visit): Promise<WebAnswer> {
  const digest = secrets.digestOf(secret);
  const changed = await changeDocument<PlainViewKind | 'mine'>(tools.store, tools.time, {
    name: sessionId,
    decide: (data): Step<PlainViewKind | 'mine'> => {
      const session = parseSession(data);
      if (session.browser !== undefined) {
        return { kind: 'leave', value: sameDigest(session.browser, digest) ? 'mine' : 'link-used' };
      }
      if (tools.time.now() >= session.linkUntil) return { kind: 'leave', value: 'session-expired' };
      return { kind: 'write', data: { ...session, browser: digest }, value: 'mine' };
    },
  });
  if (changed.kind === 'missing') return page('unknown');
  if (changed.kind === 'unavailable') return page('unavailable');
  return changed.value === 'mine' ? { kind: 'redirect', to: pageOf({ sessionId }) } : page(changed.value);
}

function page(kind: PlainViewKind): WebAnswer {
  return { kind: 'page', view: { kind } };
}
