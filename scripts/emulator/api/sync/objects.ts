import type { SyncObject, SyncObjects, SyncRecord } from '../../entities/sync-service';
import type { ApiContext } from '../context';

/** Adds an object; its unique name, if it has one, must be free. */
export function addObject<T extends SyncObject>({ bySid, byName }: SyncObjects<T>, object: T): void {
  bySid.set(object.sid, object);
  if (object.uniqueName !== null) byName.set(object.uniqueName, object);
}

/** Removes an object; its name is free then. */
export function removeObject<T extends SyncObject>({ bySid, byName }: SyncObjects<T>, object: T): void {
  bySid.delete(object.sid);
  if (object.uniqueName !== null) byName.delete(object.uniqueName);
}

/** An object by its SID or unique name; undefined when there is none, or none any more. */
export function findObject<T extends SyncObject>(
  objects: SyncObjects<T>,
  key: string,
  context: ApiContext,
): T | undefined {
  const object = objects.bySid.get(key) ?? objects.byName.get(key);
  if (object === undefined || !isExpired(object, context)) return object;
  removeObject(objects, object);
  return undefined;
}

/**
 * All that did not expire, newest first. Not public: the order.
 */
export function listObjects<T extends SyncObject>(
  { bySid }: SyncObjects<T>,
  context: ApiContext,
): readonly T[] {
  return [...bySid.values()].reverse().filter((object) => !isExpired(object, context));
}

/**
 * Whether an object is gone by its TTL. Twilio says that it deletes "up to minutes away from the moment of expiry"
 * (https://www.twilio.com/docs/sync/objects-ttl). Not public: when exactly. Here an object is gone at its `date_expires`,
 * or as much later as `store.syncSettings.expiryDelay` says, so that a program that relies on it can be shown the delay.
 */
export function isExpired({ dateExpires }: SyncRecord, { store, clock }: ApiContext): boolean {
  return dateExpires !== null && clock.now() >= dateExpires + store.syncSettings.expiryDelay;
}
