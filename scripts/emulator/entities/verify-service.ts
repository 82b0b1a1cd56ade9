/** A Verify service, its limits and its verifications (https://www.twilio.com/docs/verify/api/service). */
export interface VerifyService {
  readonly sid: string;
  friendlyName: string;
  /** 4 to 10 digits; Twilio's default is 6. */
  codeLength: number;
  lookupEnabled: boolean;
  skipSmsToLandlines: boolean;
  dtmfInputRequired: boolean;
  ttsName: string | null;
  psd2Enabled: boolean;
  doNotShareWarningEnabled: boolean;
  customCodeEnabled: boolean;
  readonly rateLimits: Map<string, RateLimit>;
  readonly dateCreated: number;
  dateUpdated: number;
}

/** A limit that `RateLimits` of a start names (https://www.twilio.com/docs/verify/api/service-rate-limits). */
export interface RateLimit {
  readonly sid: string;
  uniqueName: string;
  description: string;
  readonly buckets: Map<string, Bucket>;
  readonly dateCreated: number;
  dateUpdated: number;
}

/** At most `max` starts in `interval` seconds for one value. */
export interface Bucket {
  readonly sid: string;
  max: number;
  interval: number;
  /** When each value was counted, by value. */
  readonly uses: Map<string, number[]>;
  readonly dateCreated: number;
  dateUpdated: number;
}

/** The statuses of a verification, as the OpenAPI document of Verify v2 names them. */
export type VerificationStatus = 'pending' | 'approved' | 'canceled' | 'max_attempts_reached' | 'expired';

/** Under what the store finds the newest verification of a service and a number (E.164). */
export function verificationKey(serviceSid: string, to: string): string {
  return `${serviceSid}:${to}`;
}

/** One code on its way to one number. */
export interface Verification {
  readonly sid: string;
  readonly serviceSid: string;
  readonly to: string;
  channel: 'sms' | 'whatsapp' | 'call';
  status: VerificationStatus;
  readonly code: string;
  readonly customFriendlyName: string | null;
  readonly locale: string | null;
  readonly tags: string | null;
  readonly sendCodeAttempts: {
    readonly time: number;
    readonly channel: string;
    readonly attemptSid: string;
  }[];
  checks: number;
  readonly dateCreated: number;
  dateUpdated: number;
  readonly expiresAt: number;
}
