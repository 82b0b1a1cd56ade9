import type { Reply } from '../twilio-port.private';

/** A Sync document: its data, and the revision that a conditional change names. */
export interface SyncDocument {
  readonly data: unknown;
  readonly revision: string;
}

/** What a document becomes. */
export interface SyncChange {
  /** Replaces all of it; plain JSON of at most 16 KiB. */
  readonly data: object;
  /** The change is refused (54103) when the document has another revision by now. */
  readonly revision: string;
  /** A new time to live from now on; the old one goes on without it. */
  readonly ttlSeconds?: number;
}

/** Sync documents by their unique name, with every expected trouble as a value. https://www.twilio.com/docs/sync/api/document-resource */
export interface SyncPort {
  readonly fetch: (name: string) => Promise<Reply<SyncDocument>>;
  /** Refused (54301) when the name is taken. */
  readonly create: (name: string, data: object, ttlSeconds: number) => Promise<Reply<SyncDocument>>;
  readonly update: (name: string, change: SyncChange) => Promise<Reply<SyncDocument>>;
}
