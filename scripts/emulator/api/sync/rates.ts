import type { Allowance, SyncObject, SyncService } from '../../entities/sync-service';
import type { Milliseconds } from '../../time/clock';
import type { ApiContext } from '../context';
import { BURST_SECONDS, costOfWrite } from './limits';

/**
 * The limits of Sync (https://www.twilio.com/docs/sync/limits), counted over the local Twilio's clock: an object may be
 * written 200 times at one moment, and 20 times in each second after that. Where virtual time stands still, nothing comes
 * back: 201 writes of one object at one moment are one too many, as they would be at Twilio. Who wants more at one moment
 * says so in `store.syncSettings`.
 *
 * Not public: whether a refused request counts. Here one that is refused for its rate does not, and one that is refused
 * for its revision does.
 */
export function mayWrite(object: SyncObject, { store, clock }: ApiContext, bytes = 0): boolean {
  return take(object.writes, store.syncSettings.writesPerSecond, costOfWrite(bytes), clock.now());
}

/** Counts a read of a document or a map; false when it was one too many. Reading an item reads its map. */
export function mayRead(object: SyncObject, { store, clock }: ApiContext): boolean {
  return take(object.reads, store.syncSettings.readsPerSecond, 1, clock.now());
}

/**
 * Counts that a document or a map is created or deleted; false when it was one too many.
 * Not public: the number. People who measured it tell of about 20 a second in one service; no page of Twilio's says so.
 */
export function mayCreateOrDelete(service: SyncService, { store, clock }: ApiContext): boolean {
  return take(service.creations, store.syncSettings.creationsPerSecond, 1, clock.now());
}

/** Nothing used yet. */
export function unused(now: Milliseconds): Allowance {
  return { used: 0, at: now };
}

function take(allowance: Allowance, perSecond: number, cost: number, now: Milliseconds): boolean {
  if (perSecond === Infinity) return true;
  const drained = ((now - allowance.at) / 1000) * perSecond;
  const used = Math.max(allowance.used - drained, 0) + cost;
  if (used > perSecond * BURST_SECONDS) return false;
  Object.assign(allowance, { used, at: now });
  return true;
}
