import type { Variables } from '../settings.private';
import { malformedWeb, neededWebText, webText } from './read-web-settings.private';

/** A provider of challenges: a widget in the page, whose answer its server checks. */
interface Provider {
  /** The script that draws the widget. */
  readonly script: string;
  /** Origins that the page may load, frame and ask then, and no others. */
  readonly origins: readonly string[];
  readonly className: string;
  /** The form field that the widget fills. */
  readonly field: string;
  readonly verifyUrl: string;
}

/**
 * Providers with the same protocol, `siteverify`. Another one is another row.
 * https://developers.cloudflare.com/turnstile/get-started/server-side-validation/, https://docs.hcaptcha.com/
 */
const PROVIDERS = {
  turnstile: {
    script: 'https://challenges.cloudflare.com/turnstile/v0/api.js',
    origins: ['https://challenges.cloudflare.com'],
    className: 'cf-turnstile',
    field: 'cf-turnstile-response',
    verifyUrl: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
  },
  hcaptcha: {
    script: 'https://js.hcaptcha.com/1/api.js',
    origins: ['https://hcaptcha.com', 'https://*.hcaptcha.com'],
    className: 'h-captcha',
    field: 'h-captcha-response',
    verifyUrl: 'https://api.hcaptcha.com/siteverify',
  },
} as const satisfies Readonly<Record<string, Provider>>;

/** A challenge that is set up. */
export interface ChallengeSettings extends Provider {
  readonly siteKey: string;
  readonly secret: string;
}

/** Reads the settings of the challenge; `undefined` for `none`. */
export function readChallengeSettings(variables: Variables): ChallengeSettings | undefined {
  const name = neededWebText(variables, 'WEB_CHALLENGE').toLowerCase();
  if (name === 'none') return undefined;
  const [, provider] = Object.entries(PROVIDERS).find(([known]) => known === name) ?? [];
  if (provider === undefined) {
    throw malformedWeb('WEB_CHALLENGE', `one of: none, ${Object.keys(PROVIDERS).join(', ')}`);
  }
  const verifyUrl = webText(variables, 'WEB_CHALLENGE_URL') ?? provider.verifyUrl;
  if (!URL.canParse(verifyUrl)) throw malformedWeb('WEB_CHALLENGE_URL', 'an address');
  return {
    ...provider,
    verifyUrl,
    siteKey: neededWebText(variables, 'WEB_CHALLENGE_SITE_KEY'),
    secret: neededWebText(variables, 'WEB_CHALLENGE_SECRET'),
  };
}
