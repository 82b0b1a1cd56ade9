import type { Twilio } from 'twilio';

import type { HadBuild, HadEnvironment, HadFlow } from './have';
import type { Outputs } from './outputs';
import { readBuild } from './read-build';
import { readFlows } from './read-flows';
import { readEnvironments } from './resources/environment';
import { readServerlessService } from './resources/serverless-service';
import { namesFor, type ExplicitSids } from './want-names';

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
  /** SIDs and URLs of all of it, as `wiringOf` takes them. */
  readonly outputs: Outputs;
}

/** An installation, or what of it is not there; one sentence each. */
export type DeployedReading =
  | { readonly kind: 'deployed'; readonly deployed: Deployed }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** Finds what was deployed, by the names that a deployment gives. Changes nothing; throws what the SDK throws. */
export async function readDeployed(client: Twilio, target: DeployedTarget): Promise<DeployedReading> {
  // The name of the Verify service plays no part here.
  const names = namesFor(target.environment, '');
  const { sids = {} } = target;
  const service = await readServerlessService(client, {
    uniqueName: names.serverlessService,
    sid: sids.serverlessService ?? null,
  });
  if (service === null) return nothing(`There is no Serverless service "${names.serverlessService}"`);
  const flowOf = (name: string, sid?: string) => ({ sid: sid ?? null, friendlyName: names.flow(name) });
  const [environments, flows] = await Promise.all([
    readEnvironments(client, service.sid, names.environment),
    readFlows(client, [flowOf('verify-subflow', sids.verifySubflow), flowOf('parent-ivr', sids.parentFlow)]),
  ]);
  const environment = environments.find(({ uniqueName }) => uniqueName === target.environment);
  if (environment === undefined) return nothing(`There is no environment "${target.environment}"`);
  const [[verifySubflow, ...twins] = [], [parentFlow, ...parentTwins] = []] = flows;
  if (verifySubflow === undefined) return nothing(`There is no flow "${names.flow('verify-subflow')}"`);
  if (parentFlow === undefined) return nothing(`There is no flow "${names.flow('parent-ivr')}"`);
  const problems = [...twinProblems(verifySubflow, twins), ...twinProblems(parentFlow, parentTwins)];
  if (problems.length > 0) return { kind: 'problems', problems };
  const build =
    environment.buildSid === null ? null : await readBuild(client, service.sid, environment.buildSid);
  if (build === null) return nothing(`No functions run in the environment "${target.environment}"`);
  const outputs = outputsOf(service.sid, environment, build, verifySubflow);
  return { kind: 'deployed', deployed: { environment, verifySubflow, parentFlow, outputs } };
}

function nothing(what: string): DeployedReading {
  return {
    kind: 'problems',
    problems: [`${what} in this account: deploy first, or name another --environment.`],
  };
}

function twinProblems(flow: HadFlow, twins: readonly HadFlow[]): string[] {
  if (twins.length === 0) return [];
  const sids = [flow, ...twins].map(({ sid }) => sid).join(' and ');
  return [`${sids} share the name "${flow.friendlyName}": rename or delete one.`];
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
