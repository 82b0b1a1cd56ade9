import type { Chance } from '../otp/chance.private';
import { isSessionId } from './web-session.private';

/** What a browser's cookie says: the session, and the secret that shows that it is this browser's. */
export interface BrowserKey {
  readonly sessionId: string;
  readonly secret: string;
}

/**
 * The `__Host-` name keeps other hosts of the same domain from planting one (https://www.rfc-editor.org/rfc/rfc6265.html and its
 * successor); browsers take it over https only, so that plain http on loopback has a name without it.
 */
function cookieName(isSecure: boolean): string {
  return isSecure ? '__Host-verify' : 'verify';
}

/** A cookie for a browser that has none for this session. */
export function newBrowserKey(sessionId: string, chance: Chance): string {
  return `${sessionId}.${chance.bytes(32).toString('base64url')}`;
}

/**
 * The header that sets it, for as long as the browser is open. `Lax`: it comes along when a link leads here from another site, as
 * the application's does, and not when another site posts a form.
 */
export function setCookie(value: string, isSecure: boolean): string {
  return `${cookieName(isSecure)}=${value}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

/** Reads the value of a cookie of ours; `undefined` when it cannot be one. */
export function readBrowserKey(value: string | undefined): BrowserKey | undefined {
  const [, sessionId = '', secret = ''] = /^([\w-]{25})\.([\w-]{43})$/.exec(value ?? '') ?? [];
  return isSessionId(sessionId) && secret !== '' ? { sessionId, secret } : undefined;
}

/** Our cookie among those of a request, which the runtime has parsed. */
export function cookieOf(event: unknown, isSecure: boolean): string | undefined {
  const value = property(property(property(event, 'request'), 'cookies'), cookieName(isSecure));
  return typeof value === 'string' ? value : undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
