import { isoOf, problem, unavailable } from '../otp/answers.private';
import type { OtpAnswer } from '../otp/answers.private';
import type { Call } from '../otp/otp-tools.private';
import type { SessionToRead } from './session-requests.private';
import { createWebSecrets } from './web-secrets.private';
import { isSessionId, parseSession } from './web-session.private';
import type { WebSession } from './web-session.private';
import { readUser } from './web-user.private';
import type { WebUser } from './web-user.private';

/**
 * `GET /web/session`: what is known of a session's user, or of a user. The session of another API key is as unknown as one that
 * never was. One or two requests to Sync.
 */
export async function readSession(request: SessionToRead, call: Call): Promise<OtpAnswer> {
  if ('userId' in request) return ofUser(request.userId, call);
  const { tools, client } = call;
  const { sessionId } = request;
  if (!isSessionId(sessionId)) return unknown();
  const stored = await tools.store.read(sessionId);
  if (stored.kind === 'missing') return unknown();
  if (stored.kind !== 'done') return unavailable();
  const session = parseSession(stored.data);
  if (session.client !== client) return unknown();
  const user = await readUser(session.user, tools);
  if (user === 'unavailable') return unavailable();
  const status = statusOf(session, tools.time.now());
  return told({ sessionId, ...describe(user), status, expiresAt: isoOf(session.expiresAt) });
}

async function ofUser(userId: string, { tools, client }: Call): Promise<OtpAnswer> {
  const user = await readUser(createWebSecrets(tools.settings.secret).nameOfUser(client, userId), tools);
  if (user === 'unavailable') return unavailable();
  const known = describe(user);
  return told({ ...known, status: known.phoneNumberConfirmed ? 'confirmed' : 'unconfirmed' });
}

/** `confirmed`: the user keyed in the right code in this very session. */
function statusOf(session: WebSession, now: number): 'pending' | 'confirmed' | 'expired' {
  if (session.confirmed !== undefined) return 'confirmed';
  const end = session.browser === undefined ? session.linkUntil : session.expiresAt;
  return now >= end ? 'expired' : 'pending';
}

function describe(user: WebUser | undefined) {
  const confirmedAt = user?.confirmedAt ?? null;
  return {
    phoneNumber: user?.masked ?? null,
    phoneNumberConfirmed: confirmedAt !== null,
    confirmedAt: confirmedAt === null ? null : isoOf(confirmedAt),
  };
}

function told(body: Readonly<Record<string, unknown>>): OtpAnswer {
  return { kind: 'success', httpStatus: 200, decision: 'told', body };
}

function unknown(): OtpAnswer {
  return problem('unknown_request', { detail: 'There is no such session of yours.' });
}
