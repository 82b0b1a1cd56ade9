import type { BundleFile } from './bundle/bundle';
import type { FileHashes } from './bundle/manifest';

/** What the account holds of the things we want. Plain data; a list with two entries means that nobody can tell which is ours. */
export interface Have {
  readonly serverlessService: HadServerlessService | null;
  /** Those with our name or our domain suffix. */
  readonly environments: readonly HadEnvironment[];
  /** What our environment runs; null when nothing was ever deployed to it. */
  readonly running: HadBuild | null;
  /** A completed build of just the wanted bundle, of this environment or another; null when there is none. */
  readonly matching: HadBuild | null;
  /** Functions and assets of the service, whether a build holds them or not; looked up only where something is new. */
  readonly resources: readonly HadResource[];
  readonly variables: readonly HadVariable[];
  readonly verifyServices: readonly HadVerifyService[];
  readonly syncServices: readonly HadSyncService[];
  readonly verifySubflows: readonly HadFlow[];
  readonly parentFlows: readonly HadFlow[];
  /** Looked for only where it is wanted. */
  readonly replyFlows?: readonly HadFlow[];
  /** Null when the account does not hold the number, and when none is wanted. */
  readonly phoneNumber: HadPhoneNumber | null;
}

/** The Serverless service that we use. */
export interface HadServerlessService {
  readonly sid: string;
  readonly uniqueName: string;
  /** Whether this project made it. */
  readonly isOurs: boolean;
  /** Whether functions get the account's SID and token. */
  readonly includeCredentials: boolean;
}

/** An environment of it. */
export interface HadEnvironment {
  readonly sid: string;
  readonly uniqueName: string;
  readonly domainSuffix: string | null;
  /** `phone-verification-1234-dev.twil.io` */
  readonly domain: string;
  /** Null when nothing was ever deployed to it. */
  readonly buildSid: string | null;
}

/** A build that could run. */
export interface HadBuild {
  readonly sid: string;
  /** The bundle's hash, as its manifest has it; null for a build that we did not make. */
  readonly bundleHash: string | null;
  /** What its manifest says of its files; empty when nobody looked, or when there is none. */
  readonly hashes: FileHashes;
  readonly versions: readonly HadVersion[];
}

/** An uploaded file. */
export interface HadVersion extends Pick<BundleFile, 'kind' | 'path' | 'visibility'> {
  /** ZN… */
  readonly sid: string;
  /** ZH…: the function or asset that it is a version of. */
  readonly resourceSid: string;
}

/** A function or an asset: what versions belong to. */
export interface HadResource extends Pick<BundleFile, 'kind'> {
  /** ZH… */
  readonly sid: string;
  /** See `madeName`. */
  readonly friendlyName: string;
}

/** A variable of our environment. Its value may be a secret: it never goes into a plan. */
export interface HadVariable {
  readonly sid: string;
  readonly key: string;
  readonly value: string;
}

/** A Verify service with the friendly name that we use. */
export interface HadVerifyService {
  readonly sid: string;
  readonly friendlyName: string;
  readonly codeLength: number;
  readonly doNotShareWarningEnabled: boolean;
  readonly rateLimits: readonly HadRateLimit[];
}

/** A Sync service with the friendly name that we use. */
export interface HadSyncService {
  readonly sid: string;
  readonly friendlyName: string;
  /** Access lists. */
  readonly aclEnabled: boolean;
  readonly webhooksFromRestEnabled: boolean;
  readonly reachabilityWebhooksEnabled: boolean;
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

/** A flow with the friendly name that we use, at its newest revision. */
export interface HadFlow {
  readonly sid: string;
  readonly friendlyName: string;
  /** `published` or `draft`. */
  readonly status: string;
  readonly revision: number;
  readonly commitMessage: string | null;
  readonly webhookUrl: string;
  /** As the API gave it: JSON that nobody has checked. */
  readonly definition: unknown;
}

/** The number and what its calls run. */
export interface HadPhoneNumber extends VoiceSettings {
  readonly sid: string;
  readonly phoneNumber: string;
}

/** What decides where calls to a number go; of the last two, one that is not null wins over the URL. */
export interface VoiceSettings {
  readonly voiceUrl: string;
  readonly voiceMethod: string;
  /** AP… */
  readonly voiceApplicationSid: string | null;
  /** TK… */
  readonly trunkSid: string | null;
}
