import type { Variables } from '../settings.private';
import { readAccent } from './accent.private';
import type { Accent } from './accent.private';
import { readChallengeSettings } from './challenge-settings.private';
import type { ChallengeSettings } from './challenge-settings.private';
import { readOrigin } from './origins.private';
import { malformedWeb, neededWebText, webNumber, webText } from './read-web-settings.private';

/** The settings of the hosted page; each is explained in `setting-table.private.ts`. */
export interface WebSettings {
  readonly returnOrigins: readonly string[];
  readonly brandName: string;
  readonly accent: Accent;
  readonly country?: string;
  readonly sessionSeconds: number;
  readonly linkSeconds: number;
  readonly limits: WebLimits;
  /** In lower case. */
  readonly ipHeader?: string;
  /** Missing where nothing stands between people and the service. */
  readonly challenge?: ChallengeSettings;
}

/** What is counted before the one-time-passcode service is asked; in codes. */
export interface WebLimits {
  readonly perSession: number;
  /** A day. */
  readonly perPrefix: number;
  /** An hour. */
  readonly perIp: number;
}

const MOST_BRAND_CHARACTERS = 40;

/** Reads the settings of the page; throws `ConfigurationError` when one is missing or malformed. */
export function readWebSettings(variables: Variables): WebSettings {
  const country = readCountry(variables);
  const ipHeader = readIpHeader(variables);
  const challenge = readChallengeSettings(variables);
  return {
    returnOrigins: readReturnOrigins(variables),
    brandName: readBrandName(variables),
    accent: readAccent(neededWebText(variables, 'WEB_ACCENT')),
    ...(country === undefined ? {} : { country }),
    sessionSeconds: webNumber(variables, 'WEB_SESSION_SECONDS'),
    linkSeconds: webNumber(variables, 'WEB_LINK_SECONDS'),
    limits: {
      perSession: webNumber(variables, 'WEB_SESSION_TEXTS'),
      perPrefix: webNumber(variables, 'WEB_LIMIT_PER_PREFIX'),
      perIp: webNumber(variables, 'WEB_LIMIT_PER_IP'),
    },
    ...(ipHeader === undefined ? {} : { ipHeader }),
    ...(challenge === undefined ? {} : { challenge }),
  };
}

function readReturnOrigins(variables: Variables): readonly string[] {
  const parts = neededWebText(variables, 'WEB_RETURN_ORIGINS').split(',');
  return parts.map((part) => {
    const origin = readOrigin(part.trim());
    if (origin === undefined) {
      throw malformedWeb(
        'WEB_RETURN_ORIGINS',
        'a list of origins (https://app.example.com, or http on loopback)',
      );
    }
    return origin;
  });
}

function readBrandName(variables: Variables): string {
  const name = neededWebText(variables, 'WEB_BRAND_NAME');
  if (name.length <= MOST_BRAND_CHARACTERS && !/\p{Cc}/u.test(name)) return name;
  throw malformedWeb('WEB_BRAND_NAME', `a name of at most ${MOST_BRAND_CHARACTERS} characters`);
}

function readCountry(variables: Variables): string | undefined {
  const country = webText(variables, 'WEB_COUNTRY')?.toUpperCase();
  if (country === undefined || /^[A-Z]{2}$/.test(country)) return country;
  throw malformedWeb('WEB_COUNTRY', 'a country of two letters (US)');
}

function readIpHeader(variables: Variables): string | undefined {
  const header = webText(variables, 'WEB_CLIENT_IP_HEADER')?.toLowerCase();
  if (header === undefined || /^[a-z0-9-]{1,64}$/.test(header)) return header;
  throw malformedWeb('WEB_CLIENT_IP_HEADER', 'the name of a header');
}
