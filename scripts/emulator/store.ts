import type { Account } from './entities/account';
import type { ApiKey } from './entities/api-key';
import type { Call } from './entities/call';
import type { EventSink } from './entities/event-sink';
import type { EventSubscription } from './entities/event-subscription';
import type { Flow, FlowExecution } from './entities/flow';
import type { IncomingPhoneNumber } from './entities/incoming-phone-number';
import type { Message } from './entities/message';
import type { ServerlessService } from './entities/serverless-service';
import type { StudioRates, StudioSettings } from './entities/studio-rates';
import type { SyncService, SyncSettings } from './entities/sync-service';
import type { Verification, VerifyService } from './entities/verify-service';

/** Everything that the local Twilio knows, by SID. In memory only: it is gone when the process ends. */
export interface Store {
  readonly account: Account;
  readonly apiKeys: Map<string, ApiKey>;
  readonly phoneNumbers: Map<string, IncomingPhoneNumber>;
  readonly messages: Map<string, Message>;
  readonly calls: Map<string, Call>;
  readonly verifyServices: Map<string, VerifyService>;
  readonly verifications: Map<string, Verification>;
  /** The newest verification of each service and number, by `verificationKey`. */
  readonly newestVerifications: Map<string, Verification>;
  /** Starts that are not answered yet, by `verificationKey`: a second one for the same number is refused. */
  readonly startsUnderWay: Set<string>;
  readonly flows: Map<string, Flow>;
  readonly executions: Map<string, FlowExecution>;
  /** No limits at first; `startLocalTwilio` sets Twilio's. */
  readonly studioSettings: StudioSettings;
  readonly studioRates: StudioRates;
  readonly eventSinks: Map<string, EventSink>;
  readonly eventSubscriptions: Map<string, EventSubscription>;
  readonly serverlessServices: Map<string, ServerlessService>;
  readonly syncServices: Map<string, SyncService>;
  /** Twilio's limits at first; not what an account holds, but how the local Sync behaves. */
  readonly syncSettings: SyncSettings;
  /** What Lookup says of a number; a number that is not listed is a mobile one. No text reaches a `landline`. */
  readonly lineTypes: Map<string, string>;
  /** Who has ended the messages of which sender, by `noteOptWord`. */
  readonly optOuts: Set<string>;
  /** The numbers of each messaging service, in the order in which they are tried. */
  readonly messagingServices: Map<string, readonly string[]>;
  /** While it is down, messages are taken and reach no phone. */
  readonly carrier: { isDown: boolean };
  /** Countries (`ES`) that the account's geographic permissions leave out. */
  readonly closedCountries: { readonly messages: Set<string>; readonly calls: Set<string> };
}

/** An empty account. Executions may start as fast as anybody likes unless the settings of Studio say otherwise. */
export function createStore(account: Account, studioSettings: Partial<StudioSettings> = {}): Store {
  return {
    account,
    apiKeys: new Map(),
    phoneNumbers: new Map(),
    messages: new Map(),
    calls: new Map(),
    verifyServices: new Map(),
    verifications: new Map(),
    newestVerifications: new Map(),
    startsUnderWay: new Set(),
    flows: new Map(),
    executions: new Map(),
    studioSettings: { inboundPerSecond: Infinity, requestedPerSecond: Infinity, ...studioSettings },
    studioRates: { inbound: { used: 0, at: 0 }, requested: { used: 0, at: 0 } },
    eventSinks: new Map(),
    eventSubscriptions: new Map(),
    serverlessServices: new Map(),
    syncServices: new Map(),
    syncSettings: { writesPerSecond: 20, readsPerSecond: 20, creationsPerSecond: 20, expiryDelay: 0 },
    lineTypes: new Map(),
    optOuts: new Set(),
    messagingServices: new Map(),
    carrier: { isDown: false },
    closedCountries: { messages: new Set(), calls: new Set() },
  };
}
