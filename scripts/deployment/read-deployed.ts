import type { Twilio } from 'twilio';

import type { HadBuild, HadEnvironment, HadFlow } from './have';
import type { Outputs } from './outputs';
import { readBuild } from './bundle/read-build';
import { readInstallation, searchFor } from './read-installation';
import { sameName } from './mark/same-name';
import type { ExplicitSids } from './want-names';

/** Which of the installations in an account is meant. */
export interface DeployedTarget {
  /** `dev`, `stage`, `prod` or any other. */
  readonly environment: string;
  /** Things that are ours whatever their names. */
  readonly sids?: ExplicitSids;
}

/** A finished installation as the account has it. */
export interface Deployed {
  readonly environment: HadEnvironment;
  readonly verifySubflow: HadFlow;
  readonly parentFlow: HadFlow;
  /** Where it was deployed. */
  readonly replyFlow?: HadFlow;
  /** SIDs and URLs of all of it, as `wiringOf` takes them. */
  readonly outputs: Outputs;
}

/** An installation, or what of it is not there; one sentence each. */
export type DeployedReading =
  | { readonly kind: 'deployed'; readonly deployed: Deployed }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** Finds what was deployed, by the mark and the names that a deployment gives. Changes nothing; throws what the SDK throws. */
export async function readDeployed(client: Twilio, target: DeployedTarget): Promise<DeployedReading> {
  const search = searchFor(target.environment, target.sids);
  const reading = readInstallation(client, search);
  const [place, { verifySubflows, parentFlows, replyFlows }] = await Promise.all([
    reading.place,
    reading.flows,
  ]);
  const service = place.serverlessService;
  if (service === null)
    return nothing(`There is no Serverless service "${search.serverlessService.uniqueName}"`);
  const environment = place.environments.find(({ uniqueName }) => uniqueName === target.environment);
  if (environment === undefined) return nothing(`There is no environment "${target.environment}"`);
  const [[verifySubflow], [parentFlow], [replyFlow]] = [verifySubflows, parentFlows, replyFlows];
  if (verifySubflow === undefined) return nothing(`There is no flow "${search.verifySubflow.friendlyName}"`);
  if (parentFlow === undefined) return nothing(`There is no flow "${search.parentFlow.friendlyName}"`);
  const problems = [verifySubflows, parentFlows, replyFlows].flatMap(twinProblems);
  if (problems.length > 0) return { kind: 'problems', problems };
  const build =
    environment.buildSid === null ? null : await readBuild(client, service.sid, environment.buildSid);
  if (build === null) return nothing(`No functions run in the environment "${target.environment}"`);
  const outputs = outputsOf(service.sid, environment, build, verifySubflow);
  const reply = replyFlow === undefined ? {} : { replyFlow };
  return { kind: 'deployed', deployed: { environment, verifySubflow, parentFlow, ...reply, outputs } };
}

function nothing(what: string): DeployedReading {
  return {
    kind: 'problems',
    problems: [`${what} in this account: deploy first, or name another --environment.`],
  };
}

function twinProblems(flows: readonly HadFlow[]): string[] {
  return flows.length < 2 ? [] : [`"${flows[0]?.friendlyName ?? ''}": ${sameName(flows)}.`];
}

function outputsOf(
  serverlessServiceSid: string,
  { sid, domain }: HadEnvironment,
  build: HadBuild,
  subflow: HadFlow,
): Outputs {
  const functions = build.versions.filter(({ kind }) => kind === 'function');
  return {
    serverlessServiceSid,
    environment: { sid, domain },
    functionSids: Object.fromEntries(functions.map(({ path, resourceSid }) => [path, resourceSid])),
    buildSid: build.sid,
    verifySubflowSid: subflow.sid,
    verifySubflowRevision: subflow.revision,
  };
}
