import type { ServerlessVersion } from './serverless-version';

/** A package as a build installs it; the version as it was asked for. */
export interface ServerlessDependency {
  readonly name: string;
  readonly version: string;
}

/** Versions, dependencies and a runtime, ready to be deployed (https://www.twilio.com/docs/serverless/api/resource/build). */
export interface ServerlessBuild {
  readonly sid: string;
  status: 'building' | 'completed' | 'failed';
  /** One sentence; null unless it failed. Twilio's API does not show it, and neither does ours. */
  failure: string | null;
  readonly functionVersions: readonly ServerlessVersion[];
  readonly assetVersions: readonly ServerlessVersion[];
  readonly dependencies: readonly ServerlessDependency[];
  /** `node22` */
  readonly runtime: string;
  readonly dateCreated: number;
  dateUpdated: number;
}
