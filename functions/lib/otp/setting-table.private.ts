import { PROOF_SETTINGS } from './proof-setting-table.private';
import type { OtpSetting } from './setting-reader.private';

/**
 * Every setting of the service, once. An environment has room for 3 583 bytes of variables in all
 * (https://www.twilio.com/docs/serverless/functions-assets/functions/variables), so that lists in here are kept short.
 */
export const OTP_SETTINGS = {
  /** `verify`: Twilio Verify makes, sends and checks codes; `message`: we do. */
  OTP_ENGINE: { fallback: 'verify' },
  /** Needed: `name:sha256hex,…`; a name may stand there twice while its key is replaced. */
  OTP_API_KEYS: { fallback: null },
  /** Needed: base64url of at least 32 random bytes; digests, names and sealed numbers depend on it. */
  OTP_SECRET: { fallback: null },
  /** Needed: the Sync service of the records. */
  SYNC_SERVICE_SID: { fallback: null },
  /** Needed: `US,CA,+3460` (countries or beginnings of numbers), or `*`. */
  OTP_ALLOWED_COUNTRIES: { fallback: null },
  /** Digits of a code (engine `message`). */
  OTP_CODE_LENGTH: { fallback: '6', range: [6, 10] },
  /** How long a request is open; with engine `verify` at most 600. */
  OTP_TTL_SECONDS: { fallback: '300', range: [30, 3600] },
  /** Guesses of a request; with engine `verify` at most 5. */
  OTP_MAX_ATTEMPTS: { fallback: '3', range: [1, 10] },
  /** Texts of a request; with engine `verify` at most 5. */
  OTP_MAX_SENDS: { fallback: '5', range: [1, 10] },
  /** Pause after the first, second, … text of a request; the last counts for all that follow, the first also between two requests of a number. */
  OTP_RESEND_SECONDS: { fallback: '30,40,60,90,120' },
  /** The text (engine `message`). */
  OTP_MESSAGE: { fallback: 'Your code is {code}. It is valid for {minutes} minutes.' },
  /** Needed with engine `message`: a number of yours; or `MG…`, which cannot call. */
  OTP_FROM: { fallback: null },
  /** The WhatsApp sender (engine `message`); without it there is no such channel. */
  OTP_WHATSAPP_FROM: { fallback: null },
  /** The approved template (`HX…`) of WhatsApp messages (engine `message`), whose variable `1` is the code; without it they are free text. */
  OTP_WHATSAPP_CONTENT_SID: { fallback: null },
  /** Texts to a number in 24 hours. */
  OTP_LIMIT_PER_NUMBER: { fallback: '10', range: [1, 50] },
  /** Wrong guesses at a number in 24 hours, over all its requests. */
  OTP_FAILURE_BUDGET: { fallback: '30', range: [1, 100] },
  /** Texts a day (UTC) in all. */
  OTP_LIMIT_PER_DAY: { fallback: '1000', range: [1, 1_000_000] },
  /** Texts a day of one API key. */
  OTP_LIMIT_PER_KEY: { fallback: '1000', range: [1, 1_000_000] },
  /** Texts a day to a country: `GB=50,*=500`. */
  OTP_LIMIT_PER_COUNTRY: { fallback: null },
  ...PROOF_SETTINGS,
  /** Where ended requests are told to (https, or http on loopback); needs the secret. */
  OTP_WEBHOOK_URL: { fallback: null },
  /** At least 16 characters; signs what is told. */
  OTP_WEBHOOK_SECRET: { fallback: null },
  /** How long a record is kept. */
  OTP_RECORD_DAYS: { fallback: '30', range: [1, 365] },
} as const satisfies Readonly<Record<string, OtpSetting>>;

/** Name of a setting. */
export type OtpSettingName = keyof typeof OTP_SETTINGS;
