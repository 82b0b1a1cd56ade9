import type { Account } from '../account';
import type { RecordedVersions } from '../versions/flow-versions-record';
import { needed } from '../needed';
import { isBlocked, type Plan } from '../plan/plan';
import { readBuild } from '../bundle/read-build';
import { readDeployed, type DeployedTarget } from '../read-deployed';
import { chooseRelease, type ReleaseChoice } from './rollback-choice';
import { readNumbersToRestore } from './rollback-number';
import { outputsOfRelease, planRollback, type RollbackSituation } from './rollback-plan';
import { readReleases } from './rollback-releases';
import { applyRollbackStep } from './rollback-steps';
import { hasFailed, runSteps, type Progress, type StepResult } from '../plan/run-steps';

/** Where to go back to. */
export interface RollbackOptions extends DeployedTarget {
  /** See `isReleaseName`. */
  readonly to: string;
  /** Gives numbers that were taken over back to what they led to before. */
  readonly restoreNumber: boolean;
  /** A flow that somebody edited in the console may be published over. */
  readonly overwrite: boolean;
  /** The versions of flows that the repository has; none by default. */
  readonly recorded?: RecordedVersions;
}

/** A rollback that could be carried out, or why there is none. */
export type PlannedRollback =
  | { readonly kind: 'problems'; readonly problems: readonly string[] }
  | Exclude<ReleaseChoice, { kind: 'release' }>
  | { readonly kind: 'plan'; readonly plan: Plan; readonly situation: RollbackSituation };

/** What a rollback came to: one result per step. */
export interface Rollback {
  readonly status: 'blocked' | 'rolled-back' | 'failed';
  readonly plan: Plan;
  readonly results: readonly StepResult[];
}

/** Reads an account and plans; changes nothing. Throws what the SDK throws. */
export async function planRollbackTo(
  { client }: Account,
  options: RollbackOptions,
): Promise<PlannedRollback> {
  const reading = await readDeployed(client, options);
  if (reading.kind === 'problems') return reading;
  const { deployed } = reading;
  const choice = chooseRelease(await readReleases(client, deployed), options.to);
  if (choice.kind !== 'release') return choice;
  const { release } = choice;
  const serviceSid = needed(deployed.outputs.serverlessServiceSid);
  const [build, numbers] = await Promise.all([
    readBuild(client, serviceSid, release.buildSid),
    options.restoreNumber ? readNumbersToRestore(client, deployed.outputs) : null,
  ]);
  const { overwrite, recorded = {} } = options;
  const situation = { deployed, release, build, numbers, overwrite, recorded };
  return { kind: 'plan', plan: planRollback(situation), situation };
}

/** Carries out what was planned, unless it is blocked; stops changing things at the first failure. */
export async function applyRollback(
  account: Account,
  { plan, situation }: Extract<PlannedRollback, { kind: 'plan' }>,
  progress?: Progress,
): Promise<Rollback> {
  if (isBlocked(plan)) return { status: 'blocked', plan, results: [] };
  const { results } = await runSteps(
    plan.steps,
    outputsOfRelease(situation.deployed, situation.build),
    {
      apply: async (step, known) => ({
        ...known,
        ...(await applyRollbackStep({ account, situation, known }, step)),
      }),
    },
    progress,
  );
  return { status: hasFailed(results) ? 'failed' : 'rolled-back', plan, results };
}
