import { ConfigurationError } from '../command-line/configuration-error';
import type { Settings } from '../command-line/settings';

/** What an account is logged in to with. Secret. */
export interface Credentials {
  readonly accountSid: string;
  /** The account's SID, or that of an API key. */
  readonly username: string;
  readonly password: string;
  /** The setting that holds the password, for people who have to mend it. */
  readonly passwordSetting: 'AUTH_TOKEN' | 'API_KEY_SECRET';
  readonly region: string | null;
  readonly edge: string | null;
}

/** Picks the credentials out of the settings; an API key wins over the auth token. Throws `missing-credentials` with what to set. */
export function readCredentials(settings: Settings): Credentials {
  const { ACCOUNT_SID: accountSid, AUTH_TOKEN: token, API_KEY: key, API_KEY_SECRET: keySecret } = settings;
  if (accountSid === undefined) throw missing('ACCOUNT_SID', 'the Twilio console shows it on its first page');
  const places = { region: settings['TWILIO_REGION'] ?? null, edge: settings['TWILIO_EDGE'] ?? null };
  if (key !== undefined) {
    if (keySecret === undefined) throw missing('API_KEY_SECRET', 'it belongs to API_KEY');
    return {
      accountSid,
      username: key,
      password: keySecret,
      passwordSetting: 'API_KEY_SECRET',
      ...places,
    };
  }
  if (token === undefined) throw missing('AUTH_TOKEN', 'or API_KEY and API_KEY_SECRET');
  return { accountSid, username: accountSid, password: token, passwordSetting: 'AUTH_TOKEN', ...places };
}

function missing(name: string, hint: string): ConfigurationError {
  return new ConfigurationError(
    'missing-credentials',
    `Cannot reach an account without ${name}: set it in .env or in the environment (${hint}); npm run demo needs none.`,
  );
}
