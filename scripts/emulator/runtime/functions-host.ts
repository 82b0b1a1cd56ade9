import type { Route } from './routes';

/** A deployed environment of a Serverless service: what runs under one domain. */
export interface FunctionsEnvironment {
  /** `verify-1234-dev.twil.io` */
  readonly domain: string;
  /** Absolute path of a folder with `functions/` and `assets/`, laid out and named as twilio-run expects. */
  readonly directory: string;
  /** What is in the folder; by the names of the files when left out. */
  readonly routes?: readonly Route[];
  readonly serviceSid: string;
  readonly environmentSid: string;
  /** False: functions do not get the account's SID and token. True by default. */
  readonly includeCredentials?: boolean;
  /** Environment variables of the service; the account's SID and token are added by the host. */
  readonly variables: Readonly<Record<string, string>>;
}

/** A request as it reaches the edge of the Functions platform. */
export interface EdgeRequest {
  readonly method: string;
  readonly domain: string;
  /** Path with query: `/start-verify?a=1` */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the edge answers, whether the function did, threw, hung or does not exist. */
export interface EdgeResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Read as UTF-8. */
  readonly body: string;
  /** The same as it came: an image is not text. Left out where the edge itself answers. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

/** The Functions platform: one worker process per environment, behind an edge that does what Twilio's does. */
export interface FunctionsHost {
  /**
   * Puts an environment under its domain, in the place of what was there. Requests under way end on the old one. Its process
   * starts with the first request. Rejects with `NOT_BUILT` without our own bundles.
   */
  readonly install: (environment: FunctionsEnvironment) => Promise<void>;
  /** Ends what runs under a domain, which is unknown from then on. Requests under way end on it. */
  readonly uninstall: (domain: string) => Promise<void>;
  readonly domains: () => readonly string[];
  /**
   * Always answers. Header names are in lower case. On virtual time it may stand inside `clock.during`, once: the host tells
   * the clock when the function waits for time to pass.
   */
  readonly request: (request: EdgeRequest) => Promise<EdgeResponse>;
  /** Ends every worker. */
  readonly stop: () => Promise<void>;
}
