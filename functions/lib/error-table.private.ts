import type { CheckStatus, StartStatus } from './answer.private';

/** What one of Twilio's error codes means to us. */
export interface ErrorMeaning {
  readonly onStart: StartStatus;
  readonly onCheck: CheckStatus;
  /** How long to wait before the same request can succeed; 0 when waiting does not help or nobody knows. */
  readonly retryAfterSeconds?: number;
  /** The request may succeed without its locale. */
  readonly blamesLocale?: true;
}

/** A verification lives 10 minutes unless Support changed it. https://www.twilio.com/docs/verify/api/rate-limits-and-timeouts */
const VERIFICATION_SECONDS = 600;

/** Not public: how long a throttled client should wait. Twilio names no time, and its bucket's interval is not in the answer. */
const THROTTLED_SECONDS = 60;

/** Not public: how long two starts have to lie apart so as not to be "concurrent". */
const CONCURRENT_SECONDS = 10;

const ERROR: ErrorMeaning = { onStart: 'error', onCheck: 'error' };
const INVALID_NUMBER: ErrorMeaning = { onStart: 'invalid_number', onCheck: 'invalid_number' };
/** Only a start reaches for the phone; from a check these would be a mistake of Twilio's. */
const UNREACHABLE: ErrorMeaning = { onStart: 'unreachable', onCheck: 'error' };
const GONE: ErrorMeaning = { onStart: 'error', onCheck: 'expired' };
const THROTTLED: ErrorMeaning = {
  onStart: 'rate_limited',
  onCheck: 'rate_limited',
  retryAfterSeconds: THROTTLED_SECONDS,
};

/**
 * Twilio's error codes, each documented at https://www.twilio.com/docs/api/errors/<code>. Branch on the code and never on the
 * HTTP status: 60202, 60203, 60212 and 20429 share 429. The caller-facing words are chosen by status, so that nobody learns
 * from them why Fraud Guard refused a number.
 */
const MEANINGS: ReadonlyMap<number, ErrorMeaning> = new Map([
  [20003, ERROR], // bad credentials
  [20404, GONE], // no live verification; on start: no such service
  [20429, THROTTLED], // too many requests at once, or a Service Rate Limit
  [25109, THROTTLED],
  [60200, ERROR], // a parameter is invalid; which one decides, see below
  [60201, { ...ERROR, blamesLocale: true }], // no translation of the template
  [
    60202,
    { onStart: 'rate_limited', onCheck: 'max_attempts_reached', retryAfterSeconds: VERIFICATION_SECONDS },
  ], // checks
  [60203, { onStart: 'rate_limited', onCheck: 'rate_limited', retryAfterSeconds: VERIFICATION_SECONDS }], // sends
  [60204, ERROR], // feature not available to the service
  [60205, UNREACHABLE], // SMS to a landline
  [60206, ERROR], // PSD2 parameters missing
  [60212, { onStart: 'maybe_sent', onCheck: 'rate_limited', retryAfterSeconds: CONCURRENT_SECONDS }], // concurrent starts
  [60214, ERROR], // channel not available with PSD2
  [60217, ERROR], // channel not configured
  [60220, UNREACHABLE], // China: use case not vetted
  [60221, ERROR], // neither To nor VerificationSid
  [60223, ERROR], // delivery channel disabled
  [60224, ERROR], // template
  [60226, UNREACHABLE], // China: name not vetted
  [60227, ERROR],
  [60228, ERROR],
  [60229, ERROR],
  [60238, ERROR], // account under review or country sanctioned: somebody has to look
  [60242, ERROR], // WhatsApp template
  [60243, ERROR],
  [60245, ERROR],
  [60247, ERROR],
  [60248, ERROR],
  [60250, ERROR], // Australian sender not registered
  [60331, { ...ERROR, blamesLocale: true }], // no voice for the locale
  [60408, ERROR], // template on the wrong channel
  [60410, UNREACHABLE], // Fraud Guard blocks the prefix
  [60412, UNREACHABLE], // fraudulent sign-up prevention
  [60431, GONE],
  [60623, GONE],
  [60441, ERROR], // illegal change of status
  [60519, ERROR], // silent network authentication, which we never ask for
  [60001, ERROR],
  [60550, ERROR], // automatic channel, which we never ask for
  [60602, ERROR], // AppHash off SMS
  [60605, UNREACHABLE], // geo permission off
  [60606, ERROR], // Lookup package; there it never stops a start, see start-verification
  [60601, ERROR],
  [60607, ERROR],
  [60611, ERROR],
  [60616, ERROR],
  [60626, ERROR],
  [21211, INVALID_NUMBER],
  [21614, UNREACHABLE], // not a mobile number
  [21612, UNREACHABLE], // no route to the number
  [21266, INVALID_NUMBER], // our own sender
  [21408, UNREACHABLE], // messaging geo permission
  [21215, UNREACHABLE], // voice geo permission
  [21216, UNREACHABLE], // destination blocked
  [21608, ERROR], // trial account, number not verified
  [21610, UNREACHABLE], // opted out with STOP
  [30006, UNREACHABLE], // landline or unreachable carrier
  [30450, UNREACHABLE], // SMS pumping protection
  [68008, ERROR], // WhatsApp sender missing
]);

/** Every code that has a meaning of its own. */
export const KNOWN_CODES: readonly number[] = [...MEANINGS.keys()];

/** 60200 by the parameter that Twilio's message names, in lower case. */
const INVALID_PARAMETERS: ReadonlyMap<string, ErrorMeaning> = new Map([
  ['to', INVALID_NUMBER],
  ['code', { onStart: 'error', onCheck: 'invalid_code' }],
  ['locale', { ...ERROR, blamesLocale: true }],
]);

/** What a refusal means; a code that is not in the table means `error`. `parameter` counts for 60200 only. */
export function meaningOf(code: number, parameter?: string): ErrorMeaning {
  if (code === 60200 && parameter !== undefined) return INVALID_PARAMETERS.get(parameter) ?? ERROR;
  return MEANINGS.get(code) ?? ERROR;
}
