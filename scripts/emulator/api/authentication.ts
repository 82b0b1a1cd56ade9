import { timingSafeEqual } from 'node:crypto';
import type { Account } from '../entities/account';

/** True when a request carries the account's SID and token as Basic authentication. API keys are not emulated. */
export function isAuthenticated(authorization: string | undefined, account: Account): boolean {
  const [scheme, credentials] = (authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'basic' || credentials === undefined) return false;
  const given = Buffer.from(credentials, 'base64');
  const wanted = Buffer.from(`${account.sid}:${account.authToken}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
