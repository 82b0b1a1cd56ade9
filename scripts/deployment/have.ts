import type { FunctionsOutputs } from './outputs';

/** What the account holds of the things we want. Plain data; a list with two entries means that nobody can tell which is ours. */
export interface Have {
  readonly verifyServices: readonly HadVerifyService[];
  /** Where the functions run; null when they never did. */
  readonly functions: FunctionsOutputs | null;
  readonly verifySubflows: readonly HadFlow[];
  readonly parentFlows: readonly HadFlow[];
  /** Null when the account does not hold the number, and when none is wanted. */
  readonly phoneNumber: HadPhoneNumber | null;
}

/** A Verify service with the friendly name that we use. */
export interface HadVerifyService {
  readonly sid: string;
  readonly friendlyName: string;
  readonly codeLength: number;
  readonly doNotShareWarningEnabled: boolean;
  readonly rateLimits: readonly HadRateLimit[];
}

/** A Service Rate Limit with its buckets. */
export interface HadRateLimit {
  readonly sid: string;
  readonly uniqueName: string;
  readonly buckets: readonly {
    readonly sid: string;
    readonly max: number;
    readonly intervalSeconds: number;
  }[];
}

/** A flow with the friendly name that we use, at its latest revision. */
export interface HadFlow {
  readonly sid: string;
  readonly status: string;
  readonly revision: number;
  readonly webhookUrl: string;
  /** As the API gave it: JSON that nobody has checked. */
  readonly definition: unknown;
}

/** The number and what its calls run. */
export interface HadPhoneNumber {
  readonly sid: string;
  readonly phoneNumber: string;
  readonly voiceUrl: string;
}
