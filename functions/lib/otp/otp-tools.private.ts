import type { Deadline } from '../deadline.private';
import type { Time } from '../time.private';
import type { Chance } from './chance.private';
import type { Courier } from './courier.private';
import type { Checker, Sender } from './engine.private';
import type { EngineName, OtpSettings } from './otp-settings.private';
import type { Secrets } from './secrets.private';
import type { Store } from './store.private';
import type { SyncDocument } from './sync-port.private';

/** Who sends and checks codes; a record stays with the engine that it began with. Throws where an endpoint needs none. */
export interface Engines {
  readonly senderOf: (name: EngineName) => Sender;
  /** Of engine `verify`; with the other, the record is compared with. */
  readonly checker: () => Checker;
}

/** What one invocation works with. */
export interface OtpTools {
  readonly settings: OtpSettings;
  /** `now` is milliseconds since 1970. */
  readonly time: Time;
  readonly chance: Chance;
  readonly secrets: Secrets;
  readonly store: Store;
  /** The time of this invocation; everything that leaves the process goes through it and is counted by it. */
  readonly deadline: Deadline;
  readonly engines: Engines;
  readonly courier: Courier;
  /** Where clients reach the service: `https://otp.example.com`, without a slash at the end. */
  readonly origin: string;
  /** Where the platform itself does: `https://verify-1234-dev.twil.io`. What it signs and checks has this. */
  readonly ownOrigin: string;
  /** Signs requests to our own protected functions. */
  readonly authToken: string;
  /** Day documents as this process saw them last: a guess that saves a request, and nothing that anybody relies on. */
  readonly remembered: Map<string, SyncDocument>;
  /** What this process is doing to each day document: the last in a line of those who want to write it. */
  readonly lines: Map<string, Promise<void>>;
}

/** Who asks, under which correlation id, and what with. */
export interface Call {
  /** Name of the API key. */
  readonly client: string;
  readonly correlationId: string;
  readonly tools: OtpTools;
}
