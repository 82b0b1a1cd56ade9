import { type Answer, type ApiError, failed } from '../answers';

/**
 * The errors of Verify that the local Twilio can cause, with the HTTP status of each
 * (https://www.twilio.com/docs/api/errors). Others come only by faults.
 */
const errors = {
  maxChecks: { code: 60202, status: 429, message: 'Max check attempts reached' },
  maxSends: { code: 60203, status: 429, message: 'Max send attempts reached' },
  landline: { code: 60205, status: 403, message: 'SMS is not supported by landline phone number' },
  tooManyLimits: { code: 60207, status: 400, message: 'Max rate limits reached for service' },
  limitNameTaken: {
    code: 60208,
    status: 400,
    message: 'Rate limit with the same unique name already exists',
  },
  limitName: { code: 60209, status: 400, message: 'Invalid format of the unique name of a rate limit' },
  tooManyBuckets: { code: 60210, status: 400, message: 'Max buckets reached for rate limit' },
  intervalTaken: { code: 60211, status: 400, message: 'Bucket with the same interval already exists' },
  concurrentStarts: { code: 60212, status: 429, message: 'Too many concurrent requests for phone number' },
  neitherToNorSid: { code: 60221, status: 400, message: 'Missing required parameter To or VerificationSid' },
  channelDisabled: { code: 60223, status: 403, message: 'Delivery channel disabled' },
  // Not public: the HTTP status.
  illegalTransition: { code: 60441, status: 409, message: 'Verification status change not allowed' },
  rateLimited: { code: 20429, status: 429, message: 'Too many requests' },
} satisfies Record<string, ApiError>;

/** What Verify refuses a request for. */
export type VerifyError = keyof typeof errors;

/** Refuses with one of Verify's errors. */
export function refused(reason: VerifyError): Answer {
  return failed(errors[reason]);
}

/**
 * 60200 for a parameter with a value that Verify does not take (https://www.twilio.com/docs/api/errors/60200).
 * Twilio repeats the value behind the name; we never do, because it is a phone number or a code.
 */
export function invalidParameter(name: string): Answer {
  return failed({ code: 60200, status: 400, message: `Invalid parameter \`${name}\`` });
}
