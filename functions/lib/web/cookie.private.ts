import type { Chance } from '../otp/chance.private';

/**
 * One cookie for each session, so that two tabs with two links do not take theirs from each other. The `__Host-` name keeps other
 * hosts of the same domain from planting one (https://www.rfc-editor.org/rfc/rfc6265.html and its successor); browsers take it over
 * https only, so that plain http on loopback has a name without it.
 */
function cookieName(sessionId: string, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}verify-${sessionId}`;
}

/** What shows that a session is this browser's: a secret for a browser that has none yet. */
export function newBrowserSecret(chance: Chance): string {
  return chance.bytes(32).toString('base64url');
}

/** A cookie that is to be set. */
export interface NewCookie {
  readonly sessionId: string;
  readonly secret: string;
  /** How long browsers keep it, in seconds: they take so many of a host, and not more. */
  readonly seconds: number;
}

/**
 * The header that sets it. `Lax`: it comes along when a link leads here from another site, as the application's does, and not when
 * another site posts a form.
 */
export function setCookie({ sessionId, secret, seconds }: NewCookie, isSecure: boolean): string {
  const attributes = `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  return `${cookieName(sessionId, isSecure)}=${secret}; ${attributes}`;
}

/** The browser's secret for a session, among the cookies of a request, which the runtime has parsed; `undefined` without one. */
export function secretOf(event: unknown, sessionId: string, isSecure: boolean): string | undefined {
  const cookies = property(property(event, 'request'), 'cookies');
  const value = property(cookies, cookieName(sessionId, isSecure));
  return typeof value === 'string' && /^[\w-]{43}$/.test(value) ? value : undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
