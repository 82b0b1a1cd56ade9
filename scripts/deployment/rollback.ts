import type { Account } from './account';
import type { Progress, StepResult } from './apply-plan';
import { messageOf } from './message-of';
import { needed } from './needed';
import type { Outputs } from './outputs';
import { isBlocked, type Plan, type PlannedStep } from './plan';
import { readBuild } from './read-build';
import { readDeployed, type DeployedTarget } from './read-deployed';
import { chooseRelease, type ReleaseChoice } from './rollback-choice';
import { readNumbersToRestore } from './rollback-number';
import { outputsOfRelease, planRollback, type RollbackSituation } from './rollback-plan';
import { readReleases } from './rollback-releases';
import { applyRollbackStep, type RollbackApplication } from './rollback-steps';

/** Where to go back to. */
export interface RollbackOptions extends DeployedTarget {
  /** See `isReleaseName`. */
  readonly to: string;
  /** Gives numbers that were taken over back to what they led to before. */
  readonly restoreNumber: boolean;
  /** A flow that somebody edited in the console may be published over. */
  readonly overwrite: boolean;
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
  const situation = { deployed, release, build, numbers, overwrite: options.overwrite };
  return { kind: 'plan', plan: planRollback(situation), situation };
}

/** Carries out what was planned, unless it is blocked; stops changing things at the first failure. */
export async function applyRollback(
  account: Account,
  { plan, situation }: Extract<PlannedRollback, { kind: 'plan' }>,
  progress?: Progress,
): Promise<Rollback> {
  if (isBlocked(plan)) return { status: 'blocked', plan, results: [] };
  let known = outputsOfRelease(situation.deployed, situation.build);
  const results: StepResult[] = [];
  for (const step of plan.steps) {
    const applied = hasFailed(results)
      ? { result: { step, status: 'skipped' as const }, known }
      : await applyStep({ account, situation, known }, step);
    known = applied.known;
    results.push(applied.result);
    progress?.ended(applied.result);
  }
  return { status: hasFailed(results) ? 'failed' : 'rolled-back', plan, results };
}

function hasFailed(results: readonly StepResult[]): boolean {
  return results.some(({ status }) => status === 'failed');
}

async function applyStep(
  application: RollbackApplication,
  step: PlannedStep,
): Promise<{ readonly result: StepResult; readonly known: Outputs }> {
  const { known } = application;
  if (step.action === 'keep') return { result: { step, status: 'kept' }, known };
  try {
    return {
      result: { step, status: 'done' },
      known: { ...known, ...(await applyRollbackStep(application, step)) },
    };
  } catch (error) {
    return { result: { step, status: 'failed', message: messageOf(error) }, known };
  }
}
