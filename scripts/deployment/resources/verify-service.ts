import type { Twilio } from 'twilio';

import type { Account } from '../account';
import { orChanged } from '../requests/account-changed';
import { orNull } from '../requests/error-status';
import { decideOnService, markOfFound, searchServices } from '../mark/found-service';
import { making, readMark, type MarkedThing } from '../mark/mark';
import { needOnly } from '../need-only';
import { needRunning } from '../need-running';
import { needed } from '../needed';
import type { Outputs } from '../outputs';
import type { HadRateLimit, HadVerifyService } from '../have';
import type { Decision } from '../plan/plan';
import type { Resource, Situation } from '../resource';
import { verifyNameProblem } from '../verify-name';
import type { WantedRateLimit, WantedVerifyService } from '../want';
import { changeMark } from '../mark/write-mark';

/** The Verify service with its rate limit, found again by its friendly name. */
export const verifyService: Resource = {
  kind: 'Verify service',
  name: (want) => want.verifyService.friendlyName,
  outputs: outputsOf,
  decide,
  apply: async (account, situation) => {
    const { want, have, known } = situation;
    await needRunning(account, known, needed(known.buildSid));
    const [had] = have.verifyServices;
    const outputs =
      had === undefined ? await create(account, want.verifyService, known) : outputsOf(situation);
    const sid = needed(outputs.verifyServiceSid);
    if (had !== undefined)
      await account.client.verify.v2.services(sid).update(settingsOf(want.verifyService));
    const { rateLimit } = want.verifyService;
    if (rateLimit !== null) {
      const limits = had?.rateLimits.find(({ uniqueName }) => uniqueName === rateLimit.uniqueName);
      await orChanged(`the rate limit "${rateLimit.uniqueName}" is another now`, () =>
        applyRateLimit(account.client, sid, rateLimit, limits),
      );
    }
    return outputs;
  },
};

/** The Verify service that is named, or that the mark knows, or else all with our friendly name. */
export async function readVerifyServices(
  client: Twilio,
  wanted: WantedVerifyService,
  marked: Promise<MarkedThing | null>,
): Promise<HadVerifyService[]> {
  const { services } = client.verify.v2;
  const [found, known] = await Promise.all([
    wanted.sid === null ? services.list() : orNull(services(wanted.sid).fetch()),
    marked,
  ]);
  const named = Array.isArray(found) ? searchServices(found, wanted, known) : found === null ? [] : [found];
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

function outputsOf({ want, have }: Situation): Outputs {
  const [only, ...others] = have.verifyServices;
  if (only === undefined || others.length > 0) return {};
  const marked = readMark(have.variables)?.verify ?? null;
  return { verifyServiceSid: only.sid, verifyService: markOfFound(only, want.verifyService, marked) };
}

function decide({ want, have }: Situation): Decision {
  const wanted = want.verifyService;
  const problem = wanted.sid === null ? verifyNameProblem(wanted.friendlyName) : null;
  if (problem !== null) return { action: 'blocked', reason: problem };
  const answer = decideOnService({
    wanted,
    found: have.verifyServices,
    marked: readMark(have.variables)?.verify ?? null,
    setting: 'VERIFY_SERVICE_SID',
    takeOver: want.permissions.takeOver,
  });
  if (answer.kind === 'decided') return answer.decision;
  const differences = differencesOf(wanted, answer.service);
  if (differences.length === 0) return { action: 'keep', reason: 'as wanted' };
  return { action: 'update', reason: differences.join(', ') };
}

function differencesOf(wanted: WantedVerifyService, had: HadVerifyService): string[] {
  const differences: string[] = [];
  if (wanted.sid === null && had.friendlyName !== wanted.friendlyName) {
    differences.push(`is called "${had.friendlyName}", should be "${wanted.friendlyName}"`);
  }
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

function settingsOf({ sid, friendlyName, codeLength }: WantedVerifyService) {
  return {
    codeLength,
    // An IVR asks for the code, which the warning tells people never to give away.
    doNotShareWarningEnabled: false,
    // A service that the settings name keeps its own name.
    ...(sid === null && { friendlyName }),
  };
}

async function create(account: Account, wanted: WantedVerifyService, known: Outputs): Promise<Outputs> {
  const marked = await changeMark(account, known, { verify: making(wanted.friendlyName) });
  const { services } = account.client.verify.v2;
  const { friendlyName } = wanted;
  const { sid } = await services.create({ friendlyName, ...settingsOf(wanted) });
  await needOnly({
    name: friendlyName,
    own: sid,
    list: () => services.list(),
    remove: () => services(sid).remove(),
  });
  return { ...marked, verifyServiceSid: sid, verifyService: { status: 'made', sid } };
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
