import type { Twilio } from 'twilio';

import { orNull } from '../requests/error-status';
import { decideOnService, markOfFound, searchServices } from '../mark/found-service';
import type { HadSyncService } from '../have';
import { making, readMark, type MarkedThing } from '../mark/mark';
import { needOnly } from '../need-only';
import { needRunning } from '../need-running';
import { needed } from '../needed';
import type { Outputs } from '../outputs';
import type { Decision } from '../plan/plan';
import type { Resource, Situation } from '../resource';
import type { WantedSyncService } from '../want';
import { changeMark } from '../mark/write-mark';

/**
 * The Sync service that keeps what the functions must remember, found again by its friendly name. Only the functions come to
 * it, with the account's credentials: so no access lists, and nobody is told of changes.
 */
export const syncService: Resource = {
  kind: 'Sync service',
  name: (want) => want.syncService.friendlyName,
  decide,
  outputs: outputsOf,
  apply: async (account, situation) => {
    const { want, have, known } = situation;
    await needRunning(account, known, needed(known.buildSid));
    const [had] = have.syncServices;
    if (had !== undefined) {
      await account.client.sync.v1.services(had.sid).update(SETTINGS);
      return outputsOf(situation);
    }
    const marked = await changeMark(account, known, { sync: making(want.syncService.friendlyName) });
    const sid = await create(account.client, want.syncService);
    return { ...marked, syncServiceSid: sid, syncService: { status: 'made', sid } };
  },
};

/** The Sync service that is named, or that the mark knows, or else all with our friendly name. */
export async function readSyncServices(
  client: Twilio,
  wanted: WantedSyncService,
  marked: Promise<MarkedThing | null>,
): Promise<HadSyncService[]> {
  const { services } = client.sync.v1;
  const [found, known] = await Promise.all([
    wanted.sid === null ? services.list() : orNull(services(wanted.sid).fetch()),
    marked,
  ]);
  const named = Array.isArray(found) ? searchServices(found, wanted, known) : found === null ? [] : [found];
  return named.map(
    ({ sid, friendlyName, aclEnabled, webhooksFromRestEnabled, reachabilityWebhooksEnabled }) => ({
      ...{ sid, friendlyName, aclEnabled, webhooksFromRestEnabled, reachabilityWebhooksEnabled },
    }),
  );
}

/** https://www.twilio.com/docs/sync/api/service */
const SETTINGS = { aclEnabled: false, webhooksFromRestEnabled: false, reachabilityWebhooksEnabled: false };

function outputsOf({ want, have }: Situation): Outputs {
  const [only, ...others] = have.syncServices;
  if (only === undefined || others.length > 0) return {};
  const marked = readMark(have.variables)?.sync ?? null;
  return { syncServiceSid: only.sid, syncService: markOfFound(only, want.syncService, marked) };
}

function decide({ want, have }: Situation): Decision {
  const answer = decideOnService({
    wanted: want.syncService,
    found: have.syncServices,
    marked: readMark(have.variables)?.sync ?? null,
    setting: 'SYNC_SERVICE_SID',
    takeOver: want.permissions.takeOver,
  });
  if (answer.kind === 'decided') return answer.decision;
  const had = answer.service;
  const differences = [
    ...(had.aclEnabled ? ['access lists are on, should be off'] : []),
    ...(had.webhooksFromRestEnabled || had.reachabilityWebhooksEnabled
      ? ['webhooks are on, should be off']
      : []),
  ];
  if (differences.length === 0) return { action: 'keep', reason: 'as wanted' };
  return { action: 'update', reason: differences.join(', ') };
}

async function create(client: Twilio, { friendlyName }: WantedSyncService): Promise<string> {
  const { services } = client.sync.v1;
  const { sid } = await services.create({ friendlyName, ...SETTINGS });
  await needOnly({
    name: friendlyName,
    own: sid,
    list: () => services.list(),
    remove: () => services(sid).remove(),
  });
  return sid;
}
