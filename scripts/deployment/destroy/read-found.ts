import type { Twilio } from 'twilio';

import type { FoundFlow, Found, FoundNumber } from './destroy-plan';
import { driftOf } from '../drift/drift';
import { readCommitMessage } from '../versions/flow-versions';
import { repositoryHas, type RecordedVersions } from '../versions/flow-versions-record';
import { searchServices } from '../mark/found-service';
import type { HadFlow, HadVariable } from '../have';
import { leadsTo } from '../number/leads-to';
import { isMadeName } from '../mark/made-here';
import { readBuild, toBuild } from '../bundle/read-build';
import { readResources } from '../bundle/read-builds';
import type { DeployedTarget } from '../read-deployed';
import { readInstallation, searchFor, type InstallationPlace } from '../read-installation';
import { readRevisions } from '../read-revisions';
import { toPhoneNumber } from '../resources/phone-number';
import { readRestoreValue, restoreKey } from '../number/restore-variable';
import { namesFor } from '../want-names';

/** What is to be found. */
export interface FoundTarget extends DeployedTarget {
  /** See `WantOptions`. */
  readonly verifyFriendlyName: string;
  /** The versions of flows that the repository has; none by default. */
  readonly recorded?: RecordedVersions;
}

/** Reads what an account holds of one installation. Changes nothing; throws what the SDK throws. */
export async function readFound(client: Twilio, target: FoundTarget): Promise<Found> {
  const { environment: environmentName, sids = {} } = target;
  const names = namesFor(environmentName, target.verifyFriendlyName);
  const reading = readInstallation(client, searchFor(environmentName, sids));
  const [place, mark, flows, verify, sync, held] = await Promise.all([
    reading.place,
    reading.mark,
    reading.flows,
    client.verify.v2.services.list(),
    client.sync.v1.services.list(),
    client.incomingPhoneNumbers.list(),
  ]);
  const toFound = (flow: HadFlow, name: string) => readFoundFlow(client, flow, name, target);
  const [parentFlows, verifySubflows, replyFlows, inside] = await Promise.all([
    Promise.all(flows.parentFlows.map((flow) => toFound(flow, 'parent-ivr'))),
    Promise.all(flows.verifySubflows.map((flow) => toFound(flow, 'verify-subflow'))),
    Promise.all(flows.replyFlows.map((flow) => toFound(flow, 'otp-by-reply'))),
    readInside(client, place, environmentName),
  ]);
  const named = (friendlyName: string) => ({ friendlyName, sid: null });
  return {
    ...{ environmentName, sids, mark, parentFlows, verifySubflows, replyFlows },
    numbers: numbersOf(held.map(toPhoneNumber), parentFlows, target, place.variables),
    variables: place.variables,
    verifyServices: searchServices(verify, named(names.verifyService), mark?.verify ?? null).map(toNamed),
    syncServices: searchServices(sync, named(names.syncService), mark?.sync ?? null).map(toNamed),
    serverlessService: place.serverlessService,
    hasOtherEnvironments: place.otherEnvironments > 0,
    ...inside,
  };
}

function toNamed({ sid, friendlyName }: { sid: string; friendlyName: string }) {
  return { sid, friendlyName };
}

async function readInside(
  client: Twilio,
  { serverlessService, environments, otherEnvironments }: InstallationPlace,
  environmentName: string,
): Promise<Pick<Found, 'environment' | 'isBuildOurs' | 'foreignThings'>> {
  const environment = environments.find(({ uniqueName }) => uniqueName === environmentName) ?? null;
  if (serverlessService === null) return { environment, isBuildOurs: false, foreignThings: [] };
  const { sid, isOurs } = serverlessService;
  const buildSid = environment?.buildSid ?? null;
  const [build, foreignThings] = await Promise.all([
    buildSid === null ? null : readBuild(client, sid, buildSid),
    isOurs && otherEnvironments === 0 ? readForeignThings(client, sid) : [],
  ]);
  return { environment, isBuildOurs: build === null || build.bundleHash !== null, foreignThings };
}

async function readForeignThings(client: Twilio, serviceSid: string): Promise<string[]> {
  const [resources, builds] = await Promise.all([
    readResources(client, serviceSid),
    client.serverless.v1.services(serviceSid).builds.list(),
  ]);
  const names = resources.map(({ friendlyName }) => friendlyName).filter((name) => !isMadeName(name));
  const foreign = builds.map(toBuild).filter(({ bundleHash }) => bundleHash === null);
  return [...names, ...foreign.map(({ sid }) => `build ${sid}`)];
}

async function readFoundFlow(
  client: Twilio,
  flow: HadFlow,
  name: string,
  { environment, recorded = {} }: FoundTarget,
): Promise<FoundFlow> {
  const { sid, friendlyName, webhookUrl } = flow;
  const first = (await readRevisions(client, sid)).at(-1);
  const isOurs = readCommitMessage(first?.commitMessage) !== null;
  const drift = driftOf(flow, { functions: {}, flows: {} }, repositoryHas(recorded, name, environment));
  return { sid, friendlyName, webhookUrl, isOurs, drift: drift?.reason ?? null };
}

/**
 * The numbers that lead to the parent flow: of a flow that goes all, whoever led them there, since a call to a deleted flow would only
 * fail; of one that stays those that were taken over.
 */
function numbersOf(
  held: readonly FoundNumber['number'][],
  parents: readonly FoundFlow[],
  { sids = {} }: FoundTarget,
  variables: readonly HadVariable[],
): FoundNumber[] {
  return held.flatMap((number) => {
    const parent = parents.find(({ webhookUrl }) => leadsTo(number) === webhookUrl);
    const kept = variables.find(({ key }) => key === restoreKey(number.sid));
    const goes = parent?.isOurs === true && parent.sid !== sids.parentFlow;
    if (parent === undefined || (!goes && kept === undefined)) return [];
    return [{ number, settings: readRestoreValue(kept?.value) }];
  });
}
