import { isoOf, problem, unavailable } from '../otp/answers.private';
import type { OtpAnswer } from '../otp/answers.private';
import type { Call } from '../otp/otp-tools.private';
import { readPhoneNumber } from '../phone-number.private';
import type { SessionToRead } from './session-requests.private';
import { createWebSecrets } from './web-secrets.private';
import { isSessionId, parseSession } from './web-session.private';
import type { WebSession } from './web-session.private';
import { readUser } from './web-user.private';
import type { WebUser } from './web-user.private';

/**
 * `GET /web/session`: what is known of a session's user, or of a user; with a `phoneNumber` also whether that is the confirmed one.
 * The session of another API key is as unknown as one that never was. One or two requests to Sync.
 */
export async function readSession(request: SessionToRead, call: Call): Promise<OtpAnswer> {
  const asked = readAsked(request, call);
  if ('kind' in asked) return asked;
  if ('userId' in request) return ofUser(request.userId, asked, call);
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
  return told({ sessionId, ...describe(user, asked), status, expiresAt: isoOf(session.expiresAt) });
}

/** The key of a number that is asked about. */
interface Asked {
  readonly key?: string;
}

function readAsked({ phoneNumber }: SessionToRead, { tools }: Call): Asked | OtpAnswer {
  if (phoneNumber === undefined) return {};
  // A plus that was not escaped arrives as a space.
  const number = readPhoneNumber(phoneNumber.replace(/^ (?=\d)/, '+'));
  if (number.kind === 'invalid') return problem('invalid_number');
  return { key: createWebSecrets(tools.settings.secret).keyOfNumber(number.e164) };
}

async function ofUser(userId: string, asked: Asked, { tools, client }: Call): Promise<OtpAnswer> {
  const user = await readUser(createWebSecrets(tools.settings.secret).nameOfUser(client, userId), tools);
  if (user === 'unavailable') return unavailable();
  const known = describe(user, asked);
  return told({ ...known, status: known.phoneNumberConfirmed ? 'confirmed' : 'unconfirmed' });
}

/** `confirmed`: the user keyed in the right code in this very session. */
function statusOf(session: WebSession, now: number): 'pending' | 'confirmed' | 'expired' {
  if (session.confirmed !== undefined) return 'confirmed';
  const end = session.browser === undefined ? session.linkUntil : session.expiresAt;
  return now >= end ? 'expired' : 'pending';
}

function describe(user: WebUser | undefined, { key }: Asked) {
  const confirmedAt = user?.confirmedAt ?? null;
  return {
    phoneNumber: user?.masked ?? null,
    phoneNumberConfirmed: confirmedAt !== null,
    confirmedAt: confirmedAt === null ? null : isoOf(confirmedAt),
    ...(key === undefined ? {} : { isThisNumber: confirmedAt !== null && key === user?.numberKey }),
  };
}

function told(body: Readonly<Record<string, unknown>>): OtpAnswer {
  return { kind: 'success', httpStatus: 200, decision: 'told', body };
}

function unknown(): OtpAnswer {
  return problem('unknown_request', { detail: 'There is no such session of yours.' });
}
