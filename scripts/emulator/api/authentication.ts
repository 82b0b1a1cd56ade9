import { timingSafeEqual } from 'node:crypto';
import type { Store } from '../store';

/** Who asks, by the account's token or by one of its keys. */
export type Caller = 'account' | 'api-key';

/** What a request carries as Basic authentication: the account's SID and token, or the SID and secret of a key; null for neither. */
export function callerOf(authorization: string | undefined, { account, apiKeys }: Store): Caller | null {
  const [scheme, credentials] = (authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'basic' || credentials === undefined) return null;
  const given = Buffer.from(credentials, 'base64');
  const fits = (user: string, password: string): boolean => {
    const wanted = Buffer.from(`${user}:${password}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  };
  if (fits(account.sid, account.authToken)) return 'account';
  return [...apiKeys.values()].some(({ sid, secret }) => fits(sid, secret)) ? 'api-key' : null;
}

/**
 * Whether somebody may come to a path: a standard key manages neither keys nor the account
 * (https://www.twilio.com/docs/iam/api-keys). Not public: what Twilio answers to one that tries; here it is what it answers to
 * nobody at all.
 */
export function mayAsk(caller: Caller, host: string, path: string): boolean {
  if (caller === 'account' || host !== 'api.twilio.com') return true;
  return !/^\/2010-04-01\/Accounts(?:\/[^/]+)?\.json$|\/Keys(?:\/[^/]+)?\.json$/.test(path);
}
