import type { SyncDocument, SyncPort } from '../../../functions/lib/otp/sync-port.private';
import type { Time } from '../../../functions/lib/time.private';
import type { Reply } from '../../../functions/lib/twilio-port.private';

interface Kept {
  readonly json: string;
  readonly revision: number;
  /** Milliseconds; Infinity is never. */
  readonly expires: number;
}

/** Documents in memory that do what Sync does: revisions, `If-Match`, names that are taken, a time to live. */
export interface FakeSync extends SyncPort {
  /** The data of a document as it is now; `undefined` when there is none. */
  readonly dataOf: (name: string) => unknown;
  readonly names: () => readonly string[];
  /** Everything that is kept, as one text. */
  readonly everything: () => string;
  readonly forget: (name: string) => void;
}

/** Starts empty. */
export function createFakeSync(time: Time): FakeSync {
  const documents = new Map<string, Kept>();
  const find = (name: string): Kept | undefined => {
    const kept = documents.get(name);
    return kept === undefined || kept.expires <= time.now() ? undefined : kept;
  };
  const keep = (name: string, kept: Kept): Reply<SyncDocument> => {
    documents.set(name, kept);
    return done(kept);
  };
  const expiry = (ttlSeconds: number): number =>
    ttlSeconds === 0 ? Infinity : time.now() + ttlSeconds * 1000;
  return {
    fetch: async (name) => {
      const kept = find(name);
      return kept === undefined ? refused(20404) : done(kept);
    },
    create: async (name, data, ttlSeconds) =>
      find(name) === undefined
        ? keep(name, { json: JSON.stringify(data), revision: 0, expires: expiry(ttlSeconds) })
        : refused(54301),
    update: async (name, { data, revision, ttlSeconds }) => {
      const kept = find(name);
      if (kept === undefined) return refused(20404);
      if (String(kept.revision) !== revision) return refused(54103);
      const expires = ttlSeconds === undefined ? kept.expires : expiry(ttlSeconds);
      return keep(name, { json: JSON.stringify(data), revision: kept.revision + 1, expires });
    },
    dataOf: (name) => {
      const kept = find(name);
      return kept === undefined ? undefined : parse(kept.json);
    },
    names: () => [...documents.keys()],
    everything: () => JSON.stringify([...documents]),
    forget: (name) => void documents.delete(name),
  };
}

function done({ json, revision }: Kept): Reply<SyncDocument> {
  return { kind: 'done', value: { data: parse(json), revision: String(revision) } };
}

function parse(json: string): unknown {
  const value: unknown = JSON.parse(json);
  return value;
}

function refused(code: number): Reply<never> {
  return { kind: 'refused', code };
}
