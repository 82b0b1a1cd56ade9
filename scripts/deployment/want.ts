import type { FlowDefinition } from '../../studio/model/flow-definition';

/** Everything that a deployment should come to. Plain data: made from the repository and the settings, never from an account. */
export interface Want {
  readonly verifyService: WantedVerifyService;
  readonly verifySubflow: WantedFlow;
  readonly parentFlow: WantedFlow;
  /** The number that callers dial, in E.164; null: none is pointed at the flow. */
  readonly phoneNumber: string | null;
  /** Optional variables of the functions; VERIFY_SERVICE_SID is added by the deployment itself. */
  readonly variables: Readonly<Record<string, string>>;
}

/** The Verify service that sends and checks codes. */
export interface WantedVerifyService {
  /** Stands in the text message; at most 30 characters and 4 digits (https://www.twilio.com/docs/api/errors/60200). */
  readonly friendlyName: string;
  /** 4 to 10 digits. */
  readonly codeLength: number;
  /** The Service Rate Limit that the functions name, keyed by phone number; null: none. */
  readonly rateLimit: WantedRateLimit | null;
}

/** At most `max` codes in `intervalSeconds` for one phone number. */
export interface WantedRateLimit {
  readonly uniqueName: string;
  readonly max: number;
  readonly intervalSeconds: number;
}

/** A flow of this repository, with placeholders where SIDs and URLs go. */
export interface WantedFlow {
  /** Its friendly name in the account; also how it is found again. */
  readonly friendlyName: string;
  /** `1.2.0` */
  readonly version: string;
  readonly definition: FlowDefinition;
  /** Hash of the unwired definition: the same in every account. */
  readonly contentHash: string;
}
