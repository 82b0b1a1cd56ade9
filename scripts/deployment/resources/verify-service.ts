import type { Twilio } from 'twilio';

import { orNull } from '../error-status';
import { needOnly } from '../need-only';
import { needRunning } from '../need-running';
import { needed } from '../needed';
import type { HadRateLimit, HadVerifyService } from '../have';
import type { Decision } from '../plan';
import type { Resource, Situation } from '../resource';
import type { WantedRateLimit, WantedVerifyService } from '../want';

/** The Verify service with its rate limit, found again by its friendly name. */
export const verifyService: Resource = {
  kind: 'Verify service',
  name: (want) => want.verifyService.friendlyName,
  outputs: ({ have }) => {
    const [only, ...others] = have.verifyServices;
    return only === undefined || others.length > 0 ? {} : { verifyServiceSid: only.sid };
  },
  decide,
  apply: async (account, { want, have, known }) => {
    const { client } = account;
    await needRunning(account, known, needed(known.buildSid));
    const wanted = want.verifyService;
    const [had] = have.verifyServices;
    const sid = await createOrUpdate(client, wanted, had);
    if (wanted.rateLimit !== null) {
      const rateLimit = had?.rateLimits.find((limit) => limit.uniqueName === wanted.rateLimit?.uniqueName);
      await applyRateLimit(client, sid, wanted.rateLimit, rateLimit);
    }
    return { verifyServiceSid: sid };
  },
};

/** The Verify service that is named, or else all with our friendly name. */
export async function readVerifyServices(
  client: Twilio,
  wanted: WantedVerifyService,
): Promise<HadVerifyService[]> {
  const { services } = client.verify.v2;
  const named =
    wanted.sid === null
      ? (await services.list()).filter((service) => service.friendlyName === wanted.friendlyName)
      : [await orNull(services(wanted.sid).fetch())].filter((service) => service !== null);
  return Promise.all(
    named.map(async (service) => ({
      sid: service.sid,
      friendlyName: service.friendlyName,
      codeLength: service.codeLength,
      doNotShareWarningEnabled: service.doNotShareWarningEnabled,
      rateLimits:
        wanted.rateLimit === null ? [] : await readRateLimits(client, service.sid, wanted.rateLimit),
    })),
  );
}

async function readRateLimits(
  client: Twilio,
  serviceSid: string,
  wanted: WantedRateLimit,
): Promise<HadRateLimit[]> {
  const limits = client.verify.v2.services(serviceSid).rateLimits;
  const list = await limits.list();
  const named = list.filter(({ uniqueName }) => uniqueName === wanted.uniqueName);
  return Promise.all(
    named.map(async ({ sid, uniqueName }) => {
      const buckets = await limits(sid).buckets.list();
      return {
        sid,
        uniqueName,
        buckets: buckets.map(({ sid: bucketSid, max, interval }) => ({
          sid: bucketSid,
          max,
          intervalSeconds: interval,
        })),
      };
    }),
  );
}

function decide({ want, have }: Situation): Decision {
  const [had, ...others] = have.verifyServices;
  if (had === undefined) {
    const { sid } = want.verifyService;
    return sid === null
      ? { action: 'create', reason: 'there is none of this name' }
      : { action: 'blocked', reason: `the account has no service ${sid}; mend VERIFY_SERVICE_SID` };
  }
  if (others.length > 0) {
    const sids = have.verifyServices.map((service) => service.sid).join(' and ');
    return {
      action: 'blocked',
      reason: `${sids} share this name; rename or delete one, or name yours in VERIFY_SERVICE_SID`,
    };
  }
  const differences = differencesOf(want.verifyService, had);
  if (differences.length === 0) return { action: 'keep', reason: 'as wanted' };
  return { action: 'update', reason: differences.join(', ') };
}

function differencesOf(wanted: WantedVerifyService, had: HadVerifyService): string[] {
  const differences: string[] = [];
  if (had.codeLength !== wanted.codeLength) {
    differences.push(`code length is ${String(had.codeLength)}, should be ${String(wanted.codeLength)}`);
  }
  if (had.doNotShareWarningEnabled) differences.push('the do-not-share warning is on, should be off');
  if (wanted.rateLimit !== null && !hasRateLimit(wanted.rateLimit, had.rateLimits)) {
    differences.push(`the rate limit "${wanted.rateLimit.uniqueName}" is missing or different`);
  }
  return differences;
}

function hasRateLimit(wanted: WantedRateLimit, had: readonly HadRateLimit[]): boolean {
  const same = had.find((limit) => limit.uniqueName === wanted.uniqueName);
  const [bucket, ...others] = same?.buckets ?? [];
  if (bucket === undefined || others.length > 0) return false;
  return bucket.max === wanted.max && bucket.intervalSeconds === wanted.intervalSeconds;
}

async function createOrUpdate(
  client: Twilio,
  wanted: WantedVerifyService,
  had: HadVerifyService | undefined,
): Promise<string> {
  const settings = {
    codeLength: wanted.codeLength,
    // An IVR asks for the code, which the warning tells people never to give away.
    doNotShareWarningEnabled: false,
  };
  const { services } = client.verify.v2;
  if (had !== undefined) return (await services(had.sid).update(settings)).sid;
  const { friendlyName } = wanted;
  const { sid } = await services.create({ friendlyName, ...settings });
  await needOnly({
    name: friendlyName,
    own: sid,
    list: () => services.list(),
    remove: () => services(sid).remove(),
  });
  return sid;
}

async function applyRateLimit(
  client: Twilio,
  serviceSid: string,
  wanted: WantedRateLimit,
  had: HadRateLimit | undefined,
): Promise<void> {
  const limits = client.verify.v2.services(serviceSid).rateLimits;
  const sid =
    had?.sid ??
    (await limits.create({ uniqueName: wanted.uniqueName, description: 'Codes per phone number' })).sid;
  const [bucket, ...surplus] = had?.buckets ?? [];
  for (const other of surplus) await limits(sid).buckets(other.sid).remove();
  const settings = { max: wanted.max, interval: wanted.intervalSeconds };
  if (bucket === undefined) await limits(sid).buckets.create(settings);
  else await limits(sid).buckets(bucket.sid).update(settings);
}
