import { isoOf, problem, unavailable } from '../otp/answers.private';
import type { OtpAnswer } from '../otp/answers.private';
import { isAllowed } from '../otp/countries.private';
import type { Call } from '../otp/otp-tools.private';
import { maskPhoneNumber, readPhoneNumber } from '../phone-number.private';
import { readReturnUrl } from './origins.private';
import type { SessionToCreate } from './session-requests.private';
import { createWebSecrets } from './web-secrets.private';
import type { WebSecrets } from './web-secrets.private';
import type { WebSession } from './web-session.private';
import type { WebSettings } from './web-settings.private';
import { changeUser, readUser } from './web-user.private';
import type { UserStep, WebUser } from './web-user.private';

const LINK_BYTES = 32;
const IV_BYTES = 12;
/** After it has ended, a session can still be asked about for this long. */
const KEPT_SECONDS = 24 * 3600;

/** A number that the application named. */
interface Named {
  readonly e164: string;
  readonly masked: string;
  readonly numberKey: string;
}

/**
 * `POST /web/session`: a link for one user, good for one browser. A user who is confirmed is told so and needs none, unless the
 * application asks `again`; naming another number than the last one unconfirms the user. Two requests to Sync, or three.
 */
export async function createSession(
  request: SessionToCreate,
  call: Call,
  web: WebSettings,
): Promise<OtpAnswer> {
  const { tools, client } = call;
  const returnUrl = readReturnUrl(request.returnUrl, web.returnOrigins);
  if (returnUrl === undefined) {
    const detail =
      'The field "returnUrl" must be an address of an origin in WEB_RETURN_ORIGINS, without a fragment.';
    return problem('invalid_request', { field: 'returnUrl', detail });
  }
  const secrets = createWebSecrets(tools.settings.secret);
  const named = readNamed(request, call, secrets);
  if ('kind' in named) return named;
  const name = secrets.nameOfUser(client, request.userId);
  const user = await (named.number === undefined
    ? readUser(name, tools)
    : nameNumber(named.number, name, call));
  if (user === 'unavailable') return unavailable();
  if (user !== undefined && user.confirmedAt !== null && !request.again) {
    return alreadyConfirmed(user, user.confirmedAt);
  }
  return open({ request, returnUrl, name, secrets, web, ...named }, call);
}

/**
 * Writes down that the application names a number, on the condition that it is another one than before; that is a change from which
 * on older sessions count for nothing.
 */
async function nameNumber(
  { masked, numberKey }: Named,
  name: string,
  { tools }: Call,
): Promise<WebUser | 'unavailable'> {
  const decide = (user: WebUser | undefined): UserStep<WebUser> => {
    if (user?.numberKey === numberKey) return { value: user };
    const next: WebUser = { v: 1, masked, numberKey, confirmedAt: null, changedAt: tools.time.now() };
    return { user: next, value: next };
  };
  const changed = await changeUser(name, decide, tools);
  return changed?.value ?? 'unavailable';
}

interface ToOpen {
  readonly request: SessionToCreate;
  readonly returnUrl: string;
  readonly name: string;
  readonly secrets: WebSecrets;
  readonly web: WebSettings;
  readonly number?: Named;
}

async function open(
  { request, returnUrl, name, secrets, web, number }: ToOpen,
  call: Call,
): Promise<OtpAnswer> {
  const { tools, client } = call;
  const token = tools.chance.bytes(LINK_BYTES).toString('base64url');
  const sessionId = secrets.sessionIdOf(token);
  const now = tools.time.now();
  const session: WebSession = {
    v: 1,
    client,
    user: name,
    returnUrl,
    ...(request.locale === undefined ? {} : { locale: request.locale }),
    createdAt: now,
    linkUntil: now + web.linkSeconds * 1000,
    expiresAt: now + web.sessionSeconds * 1000,
    ...(number === undefined ? {} : { number: seal(number, sessionId, call, secrets) }),
    codes: 0,
  };
  const created = await tools.store.create(sessionId, session, web.sessionSeconds + KEPT_SECONDS);
  if (created.kind !== 'done') return unavailable();
  return {
    kind: 'success',
    httpStatus: 201,
    decision: 'session',
    body: {
      sessionId,
      url: `${tools.origin}/web/start?token=${token}`,
      expiresAt: isoOf(session.linkUntil),
      phoneNumberConfirmed: false,
    },
  };
}

function readNamed(
  { phoneNumber }: SessionToCreate,
  { tools }: Call,
  secrets: WebSecrets,
): { readonly number?: Named } | OtpAnswer {
  if (phoneNumber === undefined) return {};
  const number = readPhoneNumber(phoneNumber);
  if (number.kind === 'invalid') return problem('invalid_number');
  if (!isAllowed(number, tools.settings.limits.allowedCountries)) return problem('country_not_allowed');
  const { e164 } = number;
  return { number: { e164, masked: maskPhoneNumber(e164), numberKey: secrets.keyOfNumber(e164) } };
}

function alreadyConfirmed({ masked }: WebUser, at: number): OtpAnswer {
  const body = { phoneNumber: masked, phoneNumberConfirmed: true, confirmedAt: isoOf(at) };
  return { kind: 'success', httpStatus: 200, decision: 'already_confirmed', body };
}

function seal({ e164, masked, numberKey: key }: Named, name: string, { tools }: Call, secrets: WebSecrets) {
  return { sealed: secrets.seal(e164, name, tools.chance.bytes(IV_BYTES)), masked, key };
}
