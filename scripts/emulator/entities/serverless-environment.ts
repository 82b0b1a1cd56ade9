import type { ServerlessDeployment } from './serverless-deployment';
import type { ServerlessLog } from './serverless-log';
import type { ServerlessVariable } from './serverless-variable';

/** A domain with what runs under it (https://www.twilio.com/docs/serverless/api/resource/environment). */
export interface ServerlessEnvironment {
  readonly sid: string;
  readonly uniqueName: string;
  /** Null for the environment without a suffix: production, by the toolkit's custom. */
  readonly domainSuffix: string | null;
  /** `verify-1234-dev.twil.io` */
  readonly domainName: string;
  /** What is deployed; null for nothing. */
  buildSid: string | null;
  readonly variables: Map<string, ServerlessVariable>;
  /** Oldest first, as all maps here. */
  readonly deployments: Map<string, ServerlessDeployment>;
  readonly logs: Map<string, ServerlessLog>;
  readonly dateCreated: number;
  dateUpdated: number;
}
