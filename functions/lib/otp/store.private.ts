import type { Deadline } from '../deadline.private';
import type { Reply } from '../twilio-port.private';
import type { SyncDocument, SyncPort } from './sync-port.private';

/**
 * What the store said.
 * - `missing`, `taken`, `changed`: it did nothing, because of what is (not) there.
 * - `unavailable`: it did nothing.
 * - `unknown`: it may have done it; only looking tells.
 */
export type Stored =
  | ({ readonly kind: 'done' } & SyncDocument)
  | { readonly kind: 'missing' | 'taken' | 'changed' | 'unavailable' | 'unknown' };

/** The records and counters of the service. Each call is one request to Sync, within the invocation's time. */
export interface Store {
  readonly read: (name: string) => Promise<Stored>;
  readonly create: (name: string, data: object, ttlSeconds: number) => Promise<Stored>;
  readonly replace: (name: string, data: object, revision: string, ttlSeconds?: number) => Promise<Stored>;
}

/** Sync's refusals that say something about the document; each is explained at https://www.twilio.com/docs/api/errors/<code>. */
const MEANINGS: ReadonlyMap<number, 'missing' | 'taken' | 'changed'> = new Map([
  [20404, 'missing'],
  [54100, 'missing'],
  [54301, 'taken'],
  [54103, 'changed'],
]);

/** A store over Sync. */
export function createStore(sync: SyncPort, deadline: Deadline): Store {
  return {
    read: async (name) => meaningOf(await deadline.attemptWithRetries(() => sync.fetch(name))),
    create: async (name, data, ttlSeconds) =>
      meaningOf(await deadline.attemptWithRetries(() => sync.create(name, data, ttlSeconds))),
    replace: async (name, data, revision, ttlSeconds) => {
      const change = { data, revision, ...(ttlSeconds === undefined ? {} : { ttlSeconds }) };
      return meaningOf(await deadline.attemptWithRetries(() => sync.update(name, change)));
    },
  };
}

function meaningOf(reply: Reply<SyncDocument>): Stored {
  switch (reply.kind) {
    case 'done':
      return { kind: 'done', ...reply.value };
    case 'refused':
      // Without a code of Twilio's, nobody knows how far the request came.
      return { kind: MEANINGS.get(reply.code) ?? (reply.code === 0 ? 'unknown' : 'unavailable') };
    case 'not-sent':
      return { kind: 'unavailable' };
    case 'unknown':
      return { kind: 'unknown' };
  }
}
