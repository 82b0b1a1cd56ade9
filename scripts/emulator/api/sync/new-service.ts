import type { SyncService } from '../../entities/sync-service';
import type { ApiContext } from '../context';
import { unused } from './rates';

/** A service without settings and objects, as Twilio makes it; it is in no store yet. */
export function newService({ ids, clock }: ApiContext, uniqueName: string | null): SyncService {
  const now = clock.now();
  return {
    sid: ids.sid('IS'),
    uniqueName,
    friendlyName: null,
    webhookUrl: null,
    webhooksFromRestEnabled: false,
    reachabilityWebhooksEnabled: false,
    aclEnabled: false,
    reachabilityDebouncingEnabled: false,
    reachabilityDebouncingWindow: 5000,
    documents: { bySid: new Map(), byName: new Map() },
    maps: { bySid: new Map(), byName: new Map() },
    creations: unused(now),
    dateCreated: now,
    dateUpdated: now,
  };
}
