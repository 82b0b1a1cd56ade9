import type { FlowDefinition } from '../../studio/model/flow-definition';
import type { Bundle } from './bundle/bundle';
import type { RepositoryHas } from './drift/drift';

/** Everything that a deployment should come to. Plain data: made from the repository and the settings, never from an account. */
export interface Want {
  readonly environment: WantedEnvironment;
  readonly serverlessService: WantedServerlessService;
  readonly verifyService: WantedVerifyService;
  readonly syncService: WantedSyncService;
  readonly bundle: Bundle;
  readonly verifySubflow: WantedFlow;
  readonly parentFlow: WantedFlow;
  /** The flow that texts a code and takes it from the reply; left out: it is not deployed, and one that is there stays. */
  readonly replyFlow?: WantedFlow;
  /** The number that callers dial, in E.164; null: none is pointed at the flow. */
  readonly phoneNumber: string | null;
  /** Optional variables of the functions; VERIFY_SERVICE_SID and SYNC_SERVICE_SID are added by the deployment itself. */
  readonly variables: Readonly<Record<string, string>>;
  readonly permissions: Permissions;
}

/** What may be replaced although it is not known to be ours. */
export interface Permissions {
  /** What other people made may be used and changed: a number that leads elsewhere, services, an environment, what runs in it. */
  readonly takeOver: boolean;
  /** A flow that somebody edited in the console may be published over. */
  readonly overwrite: boolean;
}

/** One of several installations side by side in one account. */
export interface WantedEnvironment {
  /** Its unique name in the Serverless service: `dev`. */
  readonly name: string;
  /** What its domain ends in; null for none. */
  readonly domainSuffix: string | null;
}

/** The Serverless service that all environments share. */
export interface WantedServerlessService {
  /** How it is found again; Twilio allows it once in an account. */
  readonly uniqueName: string;
  /** A service that the settings name; it wins over the name. */
  readonly sid: string | null;
}

/** The Verify service that sends and checks codes. */
export interface WantedVerifyService {
  /** Stands in the text message; see `verifyNameProblem`. */
  readonly friendlyName: string;
  /** A service that the settings name; it wins over the name, which it keeps. */
  readonly sid: string | null;
  /** 4 to 10 digits. */
  readonly codeLength: number;
  /** The Service Rate Limit that the functions name, keyed by phone number; null: none. */
  readonly rateLimit: WantedRateLimit | null;
}

/** The Sync service that keeps what the functions must remember. */
export interface WantedSyncService {
  /** How it is found again. */
  readonly friendlyName: string;
  /** A service that the settings name; it wins over the name, which it keeps. */
  readonly sid: string | null;
}

/** At most `max` codes in `intervalSeconds` for one phone number. */
export interface WantedRateLimit {
  readonly uniqueName: string;
  readonly max: number;
  readonly intervalSeconds: number;
}

/** A flow of this repository, with placeholders where SIDs and URLs go. */
export interface WantedFlow {
  /** Name of its file in `studio/flows`, without `.json`. */
  readonly name: string;
  /** Its friendly name in the account; also how it is found again. */
  readonly friendlyName: string;
  /** A flow that the settings name; it wins over the friendly name. */
  readonly sid: string | null;
  /** `1.2.0` */
  readonly version: string;
  readonly definition: FlowDefinition;
  /** Hash of the unwired definition: the same in every account. */
  readonly contentHash: string;
  /** Words that are added to the commit message: why it is published without a proof. None by default. */
  readonly remark?: string;
  /** What of it the repository has beside this; nothing by default. */
  readonly has?: RepositoryHas;
}
