import type { Executions } from '../executions/executions';
import type { Webhooks } from '../executions/webhooks';
import type { Ids } from '../ids';
import { createInbox, type Inbox } from '../simulate/inbox';
import { createPhones, type Phones } from '../simulate/phones';
import type { Store } from '../store';
import type { Clock, Milliseconds } from '../time/clock';
import type { OutgoingCalls } from '../voice/outgoing-calls';
import type { ServerlessPlatform } from './serverless/platform';

/** Everything that the emulated APIs may ask for: they read no other clock and make no other ids. */
export interface ApiContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  /** When the local Twilio came to be, in milliseconds since 1970. */
  readonly startedAt: Milliseconds;
  /** Where text messages and spoken codes end up. */
  readonly inbox: Inbox;
  /** How phones take calls and texts. */
  readonly phones: Phones;
  /** How applications hear of what happens; without it, nobody does. */
  readonly webhooks?: Webhooks;
  /** The calls that the account makes; without it, it can make none. */
  readonly outgoingCalls?: OutgoingCalls;
  /** The Studio engine; without it, executions can be neither started nor ended. */
  readonly executions?: Executions;
  /** Where deployed functions run; without it, the Serverless API only keeps its books. */
  readonly serverless?: ServerlessPlatform;
}

/** A context around a store; the inbox delivers into that store, and phones do as usual. */
export function createApiContext(parts: { store: Store; clock: Clock; ids: Ids }): ApiContext {
  return { ...parts, startedAt: parts.clock.now(), inbox: createInbox(parts), phones: createPhones() };
}
