import type { JsonObject } from '../../../studio/model/json';
import type { Milliseconds } from '../time/clock';

/** A Sync service with all that is in it (https://www.twilio.com/docs/sync/api/service). */
export interface SyncService {
  readonly sid: string;
  /** `default` for the service that every account has; null for all others. */
  readonly uniqueName: string | null;
  friendlyName: string | null;
  webhookUrl: string | null;
  webhooksFromRestEnabled: boolean;
  reachabilityWebhooksEnabled: boolean;
  aclEnabled: boolean;
  reachabilityDebouncingEnabled: boolean;
  /** In milliseconds. */
  reachabilityDebouncingWindow: number;
  readonly documents: SyncObjects<SyncDocument>;
  readonly maps: SyncObjects<SyncMap>;
  /** What creating and deleting documents and maps has used. */
  readonly creations: Allowance;
  readonly dateCreated: Milliseconds;
  dateUpdated: Milliseconds;
}

/** Documents or maps of a service, also by the unique names of those that have one. */
export interface SyncObjects<T> {
  readonly bySid: Map<string, T>;
  readonly byName: Map<string, T>;
}

/** What counts its changes and may expire. */
export interface SyncRecord {
  /** 0 at first; the API shows it as text. */
  revision: number;
  /** Null: never. */
  dateExpires: Milliseconds | null;
  readonly dateCreated: Milliseconds;
  dateUpdated: Milliseconds;
}

/** What a document and a map have in common: Twilio limits how often each is written and read. */
export interface SyncObject extends SyncRecord {
  readonly sid: string;
  readonly uniqueName: string | null;
  readonly writes: Allowance;
  readonly reads: Allowance;
}

/** One JSON object (https://www.twilio.com/docs/sync/api/document-resource). */
export interface SyncDocument extends SyncObject {
  data: JsonObject;
}

/** JSON objects by key (https://www.twilio.com/docs/sync/api/map-resource). */
export interface SyncMap extends SyncObject {
  readonly items: Map<string, SyncMapItem>;
}

/** One of them (https://www.twilio.com/docs/sync/api/map-item-resource). */
export interface SyncMapItem extends SyncRecord {
  readonly key: string;
  data: JsonObject;
}

/** How much of a limited rate is used up: it drains as time goes by. */
export interface Allowance {
  used: number;
  at: Milliseconds;
}

/** How the local Sync behaves where tests may want it otherwise; it can be changed at any time. */
export interface SyncSettings {
  /** Writes of one document or map; `Infinity` switches the limit off. */
  writesPerSecond: number;
  /** Reads of one document or map. */
  readsPerSecond: number;
  /** Documents and maps of one service that are created or deleted. */
  creationsPerSecond: number;
  /** How long an object outlives its `date_expires`; Twilio promises no more than "up to minutes". */
  expiryDelay: Milliseconds;
}
