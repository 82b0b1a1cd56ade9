import type { Ids } from '../ids';
import { createInbox, type Inbox } from '../simulate/inbox';
import type { Store } from '../store';
import type { Clock } from '../time/clock';

/** Everything that the emulated APIs may ask for: they read no other clock and make no other ids. */
export interface ApiContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Where text messages and spoken codes end up. */
  readonly inbox: Inbox;
}

/** A context around a store; the inbox delivers into that store. */
export function createApiContext(parts: { store: Store; clock: Clock; ids: Ids }): ApiContext {
  return { ...parts, inbox: createInbox(parts) };
}
