/** One environment variable of the hosted page. */
export interface WebSetting {
  /** What counts when the variable is missing or blank; null: nothing, which is either an error or switches something off. */
  readonly fallback: string | null;
  /** For whole numbers: the least and the most that make sense. */
  readonly range?: readonly [least: number, most: number];
  /** For people; `functions/README.md` shows it. */
  readonly meaning: string;
}

/** Every setting of the hosted page, once. Those of the one-time-passcode service, of which it is a client, are needed too. */
export const WEB_SETTINGS = {
  WEB_RETURN_ORIGINS: {
    fallback: null,
    meaning: 'needed: where people may be sent back to, exactly: `https://app.example.com,…`',
  },
  WEB_BRAND_NAME: { fallback: 'Phone verification', meaning: 'whose page it is, in at most 40 characters' },
  WEB_ACCENT: {
    fallback: '#1f5fd6',
    meaning: 'colour of buttons and links, `#rrggbb`; darkened or lightened until it can be read',
  },
  WEB_COUNTRY: {
    fallback: null,
    meaning: 'the country that is chosen at first (`US`); the first allowed one without it',
  },
  WEB_SESSION_SECONDS: {
    fallback: '1800',
    range: [300, 7200],
    meaning: 'how long a person has for all of it',
  },
  WEB_LINK_SECONDS: {
    fallback: '600',
    range: [60, 3600],
    meaning: 'how long the link that begins it can be opened',
  },
  WEB_SESSION_TEXTS: { fallback: '8', range: [1, 20], meaning: 'codes that one session may ask for' },
  WEB_LIMIT_PER_PREFIX: {
    fallback: '50',
    range: [1, 100_000],
    meaning: 'codes a day (UTC) to numbers that differ in the last three digits only',
  },
  WEB_LIMIT_PER_IP: {
    fallback: '20',
    range: [1, 100_000],
    meaning: 'codes an hour for one address of the internet',
  },
  WEB_CLIENT_IP_HEADER: {
    fallback: null,
    meaning:
      'the header in which your proxy names the address of the browser; Twilio passes none on, and without it that limit is off',
  },
  WEB_CHALLENGE: {
    fallback: 'none',
    meaning: 'what tells people from programs: `none`, `turnstile` or `hcaptcha`',
  },
  WEB_CHALLENGE_SITE_KEY: { fallback: null, meaning: 'public key of the challenge' },
  WEB_CHALLENGE_SECRET: { fallback: null, meaning: 'secret key of the challenge' },
  WEB_CHALLENGE_URL: {
    fallback: null,
    meaning: 'where answers are checked, when that is not the usual place of the challenge',
  },
} as const satisfies Readonly<Record<string, WebSetting>>;

/** Name of a setting. */
export type WebSettingName = keyof typeof WEB_SETTINGS;
