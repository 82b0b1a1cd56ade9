import type { Twilio } from 'twilio';

import type { FoundFlow, Found, FoundNumber } from './destroy-plan';
import { orNull } from './error-status';
import { readCommitMessage } from './flow-versions';
import type { HadEnvironment, HadFlow, HadServerlessService, HadVariable } from './have';
import { readBuild } from './read-build';
import type { DeployedTarget } from './read-deployed';
import { readFlows } from './read-flows';
import { readRevisions } from './read-revisions';
import { toPhoneNumber } from './resources/phone-number';
import { readServerlessService } from './resources/serverless-service';
import { readVariables } from './resources/variables';
import { readRestoreValue, restoreKey } from './restore-variable';
import { namesFor } from './want-names';

/** What is to be found. */
export interface FoundTarget extends DeployedTarget {
  /** See `WantOptions`. */
  readonly verifyFriendlyName: string;
}

/** Reads what an account holds of one installation. Changes nothing; throws what the SDK throws. */
export async function readFound(client: Twilio, target: FoundTarget): Promise<Found> {
  const { environment: environmentName, sids = {} } = target;
  const names = namesFor(environmentName, target.verifyFriendlyName);
  const named = (name: string, sid?: string) => ({ friendlyName: names.flow(name), sid: sid ?? null });
  const [serverlessService, flows] = await Promise.all([
    readServerlessService(client, {
      uniqueName: names.serverlessService,
      sid: sids.serverlessService ?? null,
    }),
    readFlows(client, [named('parent-ivr', sids.parentFlow), named('verify-subflow', sids.verifySubflow)]),
  ]);
  const [parents = [], subflows = []] = flows;
  const inside = await readInside(client, serverlessService, environmentName);
  const [parentFlows, verifySubflows, numbers, verifyService, syncService] = await Promise.all([
    Promise.all(parents.map((flow) => toFound(client, flow))),
    Promise.all(subflows.map((flow) => toFound(client, flow))),
    readNumbers(client, parents, inside.variables),
    readVerifyService(client, inside.variables),
    readSyncService(client, inside.variables),
  ]);
  const { environment, isBuildOurs, hasOtherEnvironments } = inside;
  const services = { serverlessService, verifyService, syncService };
  const ours = { environment, isBuildOurs, hasOtherEnvironments, ...services };
  const { verifyService: verifyFriendlyName, syncService: syncFriendlyName } = names;
  const given = { environmentName, sids, verifyFriendlyName, syncFriendlyName };
  return { ...given, numbers, parentFlows, verifySubflows, ...ours };
}

interface Inside extends Pick<Found, 'environment' | 'isBuildOurs' | 'hasOtherEnvironments'> {
  readonly variables: readonly HadVariable[];
}

async function readInside(
  client: Twilio,
  service: HadServerlessService | null,
  environmentName: string,
): Promise<Inside> {
  const nothing = { environment: null, isBuildOurs: false, hasOtherEnvironments: false, variables: [] };
  if (service === null) return nothing;
  const all = await client.serverless.v1.services(service.sid).environments.list();
  const found = all.find(({ uniqueName }) => uniqueName === environmentName);
  if (found === undefined) return { ...nothing, hasOtherEnvironments: all.length > 0 };
  const environment: HadEnvironment = {
    sid: found.sid,
    uniqueName: found.uniqueName,
    domainSuffix: found.domainSuffix || null,
    domain: found.domainName,
    buildSid: found.buildSid || null,
  };
  const [build, variables] = await Promise.all([
    environment.buildSid === null ? null : readBuild(client, service.sid, environment.buildSid),
    readVariables(client, service.sid, environment.sid),
  ]);
  const isBuildOurs = build === null || build.bundleHash !== null;
  return { environment, isBuildOurs, variables, hasOtherEnvironments: all.length > 1 };
}

async function toFound(client: Twilio, flow: HadFlow): Promise<FoundFlow> {
  const { sid, friendlyName, webhookUrl } = flow;
  const revisions = await readRevisions(client, sid);
  const isOurs = revisions.some(({ commitMessage }) => readCommitMessage(commitMessage) !== null);
  return { sid, friendlyName, webhookUrl, isOurs };
}

/** All numbers that lead to the parent flow, whoever led them there: a call to a deleted flow would only fail. */
async function readNumbers(
  client: Twilio,
  parents: readonly HadFlow[],
  variables: readonly HadVariable[],
): Promise<FoundNumber[]> {
  if (parents.length === 0) return [];
  const webhooks = parents.map(({ webhookUrl }) => webhookUrl);
  const all = await client.incomingPhoneNumbers.list();
  return all
    .map(toPhoneNumber)
    .filter(({ voiceUrl }) => webhooks.includes(voiceUrl))
    .map((number) => {
      const kept = variables.find(({ key }) => key === restoreKey(number.sid));
      return { number, settings: readRestoreValue(kept?.value) };
    });
}

async function readVerifyService(
  client: Twilio,
  variables: readonly HadVariable[],
): Promise<Found['verifyService']> {
  const used = variables.find(({ key }) => key === 'VERIFY_SERVICE_SID');
  if (used === undefined) return null;
  const service = await orNull(client.verify.v2.services(used.value).fetch());
  return service && { sid: service.sid, friendlyName: service.friendlyName };
}

async function readSyncService(
  client: Twilio,
  variables: readonly HadVariable[],
): Promise<Found['syncService']> {
  const used = variables.find(({ key }) => key === 'SYNC_SERVICE_SID');
  if (used === undefined) return null;
  const service = await orNull(client.sync.v1.services(used.value).fetch());
  return service && { sid: service.sid, friendlyName: service.friendlyName };
}
