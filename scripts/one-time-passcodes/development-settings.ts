import type { Settings } from '../command-line/settings';
import { newKey } from './new-key';
import { newSecrets } from './new-secrets';

/** Variables to deploy to a local Twilio, and the key to use them with. */
export interface DevelopmentSettings {
  readonly variables: Settings;
  /** Undefined where the settings brought keys of their own, of which only digests are known. */
  readonly apiKey: string | undefined;
}

/** Who holds the key of a local Twilio. */
const CLIENT = 'local';

/** Where an application under development usually listens: the hosted page sends people back there. */
const APPLICATION_ORIGIN = 'http://localhost:3000';

/**
 * Settings under which the one-time-passcode service and the hosted page work on a local Twilio: fresh secrets, one API key, every
 * country, a way back to `http://localhost:3000`, and `origin` as where it is reached. What is given wins; with API keys of one's own, all of the service is as it is given.
 */
export function developmentSettings(given: Settings, origin?: string): DevelopmentSettings {
  if (given['OTP_API_KEYS'] !== undefined) return { variables: given, apiKey: undefined };
  const { key, entry } = newKey(CLIENT);
  const { OTP_SECRET, OTP_SIGNING_KEY } = newSecrets();
  const variables = {
    OTP_API_KEYS: entry,
    OTP_SECRET,
    OTP_SIGNING_KEY,
    OTP_ALLOWED_COUNTRIES: '*',
    WEB_RETURN_ORIGINS: APPLICATION_ORIGIN,
    ...(origin !== undefined && { OTP_ORIGIN: origin }),
    ...given,
  };
  return { variables, apiKey: key };
}
