import type { Variables } from '../settings.private';
import { readApiKeys } from './api-keys.private';
import type { ApiKey } from './api-keys.private';
import { readAllowedCountries, readCountryLimits } from './countries.private';
import { readProofSettings } from './proof-settings.private';
import type { ProofSettings } from './proof-settings.private';
import { readPublicOrigin } from './public-origin.private';
import { neededText, numberOf, textOf, wordOf } from './read-settings.private';
import { listOf, malformed } from './setting-reader.private';
import { readWebhookSettings } from './webhook-settings.private';
import type { WebhookSettings } from './webhook-settings.private';

/** Who makes, sends and checks the codes. */
export type EngineName = 'verify' | 'message';

/** The settings of the service; each is explained in `setting-table.private.ts`. Times in seconds, limits in texts. */
export interface OtpSettings {
  readonly engine: EngineName;
  readonly apiKeys: readonly ApiKey[];
  /** At least 32 bytes. */
  readonly secret: Buffer;
  readonly syncServiceSid: string;
  /** Missing where clients use the platform's own domain. */
  readonly origin?: string;
  readonly codeLength: number;
  readonly ttlSeconds: number;
  readonly maxAttempts: number;
  readonly maxSends: number;
  /** Not empty. */
  readonly resendSeconds: readonly number[];
  readonly message: string;
  readonly from?: string;
  readonly whatsappFrom?: string;
  /** Template of WhatsApp messages; free text without it. */
  readonly whatsappContentSid?: string;
  readonly limits: Limits;
  readonly proof?: ProofSettings;
  readonly webhook?: WebhookSettings;
  readonly recordDays: number;
}

/** What a request is measured by before anything is paid for. */
export interface Limits {
  readonly perNumber: number;
  readonly failureBudget: number;
  readonly perDay: number;
  readonly perKey: number;
  /** Country, or `*` for all others, to texts a day. */
  readonly perCountry: ReadonlyMap<string, number>;
  /** Countries (`US`), beginnings of numbers (`+3460`), or `*`. */
  readonly allowedCountries: readonly string[];
}

const SYNC_SERVICE = /^(IS[0-9a-f]{32}|default)$/i;
const SENDER = /^(\+[1-9]\d{4,14}|MG[0-9a-f]{32})$/i;
const TEMPLATE = /^HX[0-9a-f]{32}$/i;
/** A text message of three parts, and a tenth of what a call may be told. https://www.twilio.com/docs/glossary/what-sms-character-limit */
const MESSAGE_CHARACTERS = 400;

/** Reads the settings of the service; throws `ConfigurationError` when one is missing or malformed. */
export function readOtpSettings(variables: Variables): OtpSettings {
  const engine = wordOf(variables, 'OTP_ENGINE', ['verify', 'message']);
  const proof = readProofSettings(variables);
  const webhook = readWebhookSettings(variables);
  const origin = readPublicOrigin(variables);
  return {
    engine,
    apiKeys: readApiKeys(neededText(variables, 'OTP_API_KEYS')),
    secret: readSecret(variables),
    syncServiceSid: readSyncService(variables),
    ...(origin === undefined ? {} : { origin }),
    ...readLifetime(variables, engine),
    resendSeconds: readPauses(variables),
    ...readSending(variables, engine),
    limits: readLimits(variables),
    ...(proof === undefined ? {} : { proof }),
    ...(webhook === undefined ? {} : { webhook }),
    recordDays: numberOf(variables, 'OTP_RECORD_DAYS'),
  };
}

/** Verify's own limits: ten minutes, five sends, five checks. https://www.twilio.com/docs/verify/api/rate-limits-and-timeouts */
function readLifetime(variables: Variables, engine: EngineName) {
  const isVerify = engine === 'verify';
  return {
    codeLength: numberOf(variables, 'OTP_CODE_LENGTH'),
    ttlSeconds: numberOf(variables, 'OTP_TTL_SECONDS', isVerify ? 600 : undefined),
    maxAttempts: numberOf(variables, 'OTP_MAX_ATTEMPTS', isVerify ? 5 : undefined),
    maxSends: numberOf(variables, 'OTP_MAX_SENDS', isVerify ? 5 : undefined),
  };
}

function readSending(variables: Variables, engine: EngineName) {
  const message = neededText(variables, 'OTP_MESSAGE');
  if (message.split('{code}').length !== 2 || message.length > MESSAGE_CHARACTERS) {
    throw malformed(
      'OTP_MESSAGE',
      `a text with {code} in it once, of at most ${MESSAGE_CHARACTERS} characters`,
    );
  }
  return { message, ...readSenders(variables, engine) };
}

function readSenders(variables: Variables, engine: EngineName) {
  const from = engine === 'message' ? neededText(variables, 'OTP_FROM') : textOf(variables, 'OTP_FROM');
  const whatsappFrom = textOf(variables, 'OTP_WHATSAPP_FROM')?.replace(/^whatsapp:/i, '');
  const whatsappContentSid = textOf(variables, 'OTP_WHATSAPP_CONTENT_SID');
  const sender = 'a number (+14155550100) or the SID of a messaging service (MG…)';
  if (from !== undefined && !SENDER.test(from)) throw malformed('OTP_FROM', sender);
  if (whatsappFrom !== undefined && !SENDER.test(whatsappFrom)) throw malformed('OTP_WHATSAPP_FROM', sender);
  if (whatsappContentSid !== undefined && !TEMPLATE.test(whatsappContentSid)) {
    throw malformed('OTP_WHATSAPP_CONTENT_SID', 'the SID of a template (HX and 32 hexadecimal digits)');
  }
  return {
    ...(from === undefined ? {} : { from }),
    ...(whatsappFrom === undefined ? {} : { whatsappFrom }),
    ...(whatsappContentSid === undefined ? {} : { whatsappContentSid }),
  };
}

function readSecret(variables: Variables): Buffer {
  const text = neededText(variables, 'OTP_SECRET');
  const secret = /^[\w-]+=*$/.test(text) ? Buffer.from(text, 'base64url') : Buffer.alloc(0);
  if (secret.length < 32) throw malformed('OTP_SECRET', 'base64url of at least 32 bytes');
  return secret;
}

function readSyncService(variables: Variables): string {
  const sid = neededText(variables, 'SYNC_SERVICE_SID');
  if (SYNC_SERVICE.test(sid)) return sid;
  throw malformed('SYNC_SERVICE_SID', 'the SID of a Sync service (IS and 32 hexadecimal digits)');
}

function readPauses(variables: Variables): readonly number[] {
  const parts = listOf(neededText(variables, 'OTP_RESEND_SECONDS'));
  const isRight = parts.length > 0 && parts.length <= 10 && parts.every((part) => /^\d{1,4}$/.test(part));
  if (!isRight) throw malformed('OTP_RESEND_SECONDS', 'a list of one to ten whole numbers of seconds');
  return parts.map(Number);
}

function readLimits(variables: Variables): Limits {
  return {
    perNumber: numberOf(variables, 'OTP_LIMIT_PER_NUMBER'),
    failureBudget: numberOf(variables, 'OTP_FAILURE_BUDGET'),
    perDay: numberOf(variables, 'OTP_LIMIT_PER_DAY'),
    perKey: numberOf(variables, 'OTP_LIMIT_PER_KEY'),
    perCountry: readCountryLimits(textOf(variables, 'OTP_LIMIT_PER_COUNTRY') ?? ''),
    allowedCountries: readAllowedCountries(neededText(variables, 'OTP_ALLOWED_COUNTRIES')),
  };
}
