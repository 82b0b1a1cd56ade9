import type { ServerlessVersion } from './serverless-version';

/** Functions and assets have the same resources, under two names. */
export type ResourceKind = 'function' | 'asset';

/**
 * A function or an asset of a service: a name with versions
 * (https://www.twilio.com/docs/serverless/api/resource/function, …/asset).
 */
export interface ServerlessResource {
  readonly sid: string;
  friendlyName: string;
  /** Oldest first. */
  readonly versions: Map<string, ServerlessVersion>;
  readonly dateCreated: number;
  dateUpdated: number;
}
