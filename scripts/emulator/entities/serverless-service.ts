import type { ServerlessBuild } from './serverless-build';
import type { ServerlessEnvironment } from './serverless-environment';
import type { ResourceKind, ServerlessResource } from './serverless-resource';

/** A Serverless service with all that is in it (https://www.twilio.com/docs/serverless/api/resource/service). */
export interface ServerlessService {
  readonly sid: string;
  readonly uniqueName: string;
  friendlyName: string;
  /** True: functions find ACCOUNT_SID and AUTH_TOKEN in their context. */
  includeCredentials: boolean;
  uiEditable: boolean;
  /** What the domains of all its environments begin with: `verify-1234`. */
  readonly domainBase: string;
  readonly environments: Map<string, ServerlessEnvironment>;
  readonly resources: Readonly<Record<ResourceKind, Map<string, ServerlessResource>>>;
  readonly builds: Map<string, ServerlessBuild>;
  readonly dateCreated: number;
  dateUpdated: number;
}
