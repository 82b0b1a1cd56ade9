import type { Variables } from '../settings.private';
import { PROOF_SETTINGS } from './proof-setting-table.private';
import { malformed, settingReader } from './setting-reader.private';

const { textOf } = settingReader(PROOF_SETTINGS);

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * Where clients reach the service, as browsers write an origin; `undefined` where that is the platform's own domain. Https
 * anywhere, http on loopback only.
 */
export function readPublicOrigin(variables: Variables): string | undefined {
  const text = textOf(variables, 'OTP_ORIGIN');
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (url === undefined || !isSafe || url.href !== `${url.origin}/` || /[?#]/.test(text)) {
    throw malformed('OTP_ORIGIN', 'an origin (https://otp.example.com, or http on loopback)');
  }
  return url.origin;
}

/** The platform's own word for where it runs, never a header of the request's. twilio-run says `localhost:3000`. */
export function platformOrigin(domain: string): string {
  return `${/^(localhost|127\.0\.0\.1)(:|$)/.test(domain) ? 'http' : 'https'}://${domain}`;
}
