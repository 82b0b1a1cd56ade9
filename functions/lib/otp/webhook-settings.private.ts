import type { Variables } from '../settings.private';
import { neededText, textOf } from './read-settings.private';
import { malformed } from './setting-reader.private';

/** Where and how ended requests are told. */
export interface WebhookSettings {
  readonly url: string;
  /** The key of the signature. */
  readonly secret: string;
}

const LEAST_CHARACTERS = 16;

/** Reads the settings of the webhook; `undefined` without an address. */
export function readWebhookSettings(variables: Variables): WebhookSettings | undefined {
  const url = textOf(variables, 'OTP_WEBHOOK_URL');
  if (url === undefined) return undefined;
  if (!isAddress(url)) throw malformed('OTP_WEBHOOK_URL', 'an address with https (or http on loopback)');
  const secret = neededText(variables, 'OTP_WEBHOOK_SECRET');
  if (secret.length < LEAST_CHARACTERS) {
    throw malformed('OTP_WEBHOOK_SECRET', `a text of at least ${LEAST_CHARACTERS} characters`);
  }
  return { url, secret };
}

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname))
  );
}
