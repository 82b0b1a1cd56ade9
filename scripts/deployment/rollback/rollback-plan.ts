import { driftOf } from '../drift/drift';
import { blockedByDrift } from '../drift/drift-lines';
import { readCommitMessage } from '../versions/flow-versions';
import { repositoryHas, type RecordedVersions } from '../versions/flow-versions-record';
import type { HadBuild, HadFlow } from '../have';
import type { Decision, Plan, PlannedStep, ResourceKind } from '../plan/plan';
import type { Deployed } from '../read-deployed';
import { pinnedRevision, type Release, type ReleasedFlow } from './rollback-releases';
import type { NumberToRestore } from './rollback-number';
import { decideOnNumbers } from './rollback-number';
import { safetyProblems } from '../safety/safety-gate';
import { wireWithOutputs, wiringOf } from '../wire-with-outputs';
import type { Outputs } from '../outputs';
import { parseFlow } from '../../../studio/parsing/parse-flow';

/** Everything that decides what a rollback does. Plain data. */
export interface RollbackSituation {
  readonly deployed: Deployed;
  readonly release: Release;
  /** The build of the release; null when it was deleted. */
  readonly build: HadBuild | null;
  /** Numbers to be given back; null when nobody asked for that. */
  readonly numbers: readonly NumberToRestore[] | null;
  /** A flow that somebody edited in the console may be published over. */
  readonly overwrite: boolean;
  /** The versions of flows that the repository has: publishing over them loses nothing. */
  readonly recorded: RecordedVersions;
}

/**
 * What going back to a release would do. Pure. The flows come first and the functions last: old flows with new functions are
 * what every deployment goes through, new flows with old functions are nothing that anybody ever tried.
 */
export function planRollback(situation: RollbackSituation): Plan {
  const { deployed, release } = situation;
  const subflow = decideOnFlow(deployed.verifySubflow, release.verifySubflow, situation);
  const parent = decideOnParent(subflow, situation);
  const steps = [
    stepOf('Verify subflow', deployed.verifySubflow.friendlyName, subflow),
    stepOf('Parent flow', deployed.parentFlow.friendlyName, parent),
    stepOf('Deployment', deployed.environment.uniqueName, decideOnBuild(situation)),
  ];
  const numbers = decideOnNumbers(situation.numbers, deployed.parentFlow.webhookUrl);
  return {
    steps: [...steps, ...numbers.map(({ name, decision }) => stepOf('Phone number', name, decision))],
  };
}

/** SIDs and URLs for the flows of a release: the functions are those of its own build. */
export function outputsOfRelease({ outputs }: Deployed, build: HadBuild | null): Outputs {
  const functions = build?.versions.filter(({ kind }) => kind === 'function') ?? [];
  return {
    ...outputs,
    functionSids: Object.fromEntries(functions.map(({ path, resourceSid }) => [path, resourceSid])),
  };
}

function stepOf(kind: ResourceKind, name: string, decision: Decision): PlannedStep {
  return { kind, name, ...decision };
}

function decideOnFlow(had: HadFlow, released: ReleasedFlow, situation: RollbackSituation): Decision {
  const { deployed, build, overwrite, recorded } = situation;
  const has = repositoryHas(recorded, released.name, deployed.environment.uniqueName);
  const drift = driftOf(had, wiringOf(deployed.outputs), has);
  if (drift !== null && !overwrite) return blockedByDrift(drift, released.definition);
  const wired = wireWithOutputs(released.definition, outputsOfRelease(deployed, build));
  if (build !== null && wired.kind === 'unknown')
    return { action: 'blocked', reason: wired.reasons.join('; ') };
  const now = readCommitMessage(had.commitMessage);
  if (drift === null && now?.contentHash === released.contentHash) {
    return { action: 'keep', reason: `version ${released.version} is published` };
  }
  const instead = now === null ? `revision ${had.revision}` : `version ${now.version}`;
  return { action: 'update', reason: `publishes version ${released.version} in place of ${instead}` };
}

function decideOnParent(subflow: Decision, situation: RollbackSituation): Decision {
  const { deployed, release } = situation;
  const [unsafe] = safetyProblems(release.parentFlow.definition, release.verifySubflow.definition);
  if (unsafe !== undefined) return { action: 'blocked', reason: `it is not safe: ${unsafe.message}` };
  const decision = decideOnFlow(deployed.parentFlow, release.parentFlow, situation);
  if (decision.action !== 'keep') return decision;
  const parsed = parseFlow(deployed.parentFlow.definition);
  const pinned = parsed.ok ? pinnedRevision(parsed.flow, deployed.verifySubflow.sid) : null;
  if (subflow.action !== 'keep' || pinned !== deployed.verifySubflow.revision)
    return { action: 'update', reason: 'pins the revision of the subflow' };
  const buildSid = readCommitMessage(deployed.parentFlow.commitMessage)?.buildSid;
  if (buildSid === release.buildSid) return decision;
  return { action: 'update', reason: `is published again, with build ${release.buildSid}` };
}

function decideOnBuild({ deployed, release, build }: RollbackSituation): Decision {
  const { buildSid } = deployed.environment;
  if (buildSid === release.buildSid) return { action: 'keep', reason: `build ${buildSid} runs` };
  if (build === null) {
    const { version } = release.parentFlow;
    return {
      action: 'blocked',
      reason: `build ${release.buildSid} was deleted; check out version ${version} of this repository and deploy it`,
    };
  }
  return { action: 'update', reason: `build ${buildSid ?? 'none'} runs there, should be ${build.sid}` };
}
