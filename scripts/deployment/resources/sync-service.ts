import type { Twilio } from 'twilio';

import { orNull } from '../error-status';
import type { HadSyncService } from '../have';
import { needOnly } from '../need-only';
import { needRunning } from '../need-running';
import { needed } from '../needed';
import type { Decision } from '../plan';
import type { Resource, Situation } from '../resource';
import type { WantedSyncService } from '../want';

/**
 * The Sync service that keeps what the functions must remember, found again by its friendly name. Only the functions come to
 * it, with the account's credentials: so no access lists, and nobody is told of changes.
 */
export const syncService: Resource = {
  kind: 'Sync service',
  name: (want) => want.syncService.friendlyName,
  decide,
  outputs: ({ have }) => {
    const [only, ...others] = have.syncServices;
    return only === undefined || others.length > 0 ? {} : { syncServiceSid: only.sid };
  },
  apply: async (account, { want, have, known }) => {
    await needRunning(account, known, needed(known.buildSid));
    const [had] = have.syncServices;
    return { syncServiceSid: await createOrUpdate(account.client, want.syncService, had) };
  },
};

/** The Sync service that is named, or else all with our friendly name. */
export async function readSyncServices(client: Twilio, wanted: WantedSyncService): Promise<HadSyncService[]> {
  const { services } = client.sync.v1;
  const named =
    wanted.sid === null
      ? (await services.list()).filter((service) => service.friendlyName === wanted.friendlyName)
      : [await orNull(services(wanted.sid).fetch())].filter((service) => service !== null);
  return named.map(
    ({ sid, friendlyName, aclEnabled, webhooksFromRestEnabled, reachabilityWebhooksEnabled }) => ({
      ...{ sid, friendlyName, aclEnabled, webhooksFromRestEnabled, reachabilityWebhooksEnabled },
    }),
  );
}

/** https://www.twilio.com/docs/sync/api/service */
const SETTINGS = { aclEnabled: false, webhooksFromRestEnabled: false, reachabilityWebhooksEnabled: false };

function decide({ want, have }: Situation): Decision {
  const [had, ...others] = have.syncServices;
  if (had === undefined) {
    const { sid } = want.syncService;
    return sid === null
      ? { action: 'create', reason: 'there is none of this name' }
      : { action: 'blocked', reason: `the account has no service ${sid}; mend SYNC_SERVICE_SID` };
  }
  if (others.length > 0) {
    const sids = have.syncServices.map((service) => service.sid).join(' and ');
    return {
      action: 'blocked',
      reason: `${sids} share this name; rename or delete one, or name yours in SYNC_SERVICE_SID`,
    };
  }
  const differences = [
    ...(had.aclEnabled ? ['access lists are on, should be off'] : []),
    ...(had.webhooksFromRestEnabled || had.reachabilityWebhooksEnabled
      ? ['webhooks are on, should be off']
      : []),
  ];
  if (differences.length === 0) return { action: 'keep', reason: 'as wanted' };
  return { action: 'update', reason: differences.join(', ') };
}

async function createOrUpdate(
  client: Twilio,
  { friendlyName }: WantedSyncService,
  had: HadSyncService | undefined,
): Promise<string> {
  const { services } = client.sync.v1;
  if (had !== undefined) return (await services(had.sid).update(SETTINGS)).sid;
  const { sid } = await services.create({ friendlyName, ...SETTINGS });
  await needOnly({
    name: friendlyName,
    own: sid,
    list: () => services.list(),
    remove: () => services(sid).remove(),
  });
  return sid;
}
