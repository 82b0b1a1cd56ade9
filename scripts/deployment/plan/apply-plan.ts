import type { Account } from '../account';
import type { Have } from '../have';
import type { Outputs } from '../outputs';
import type { Plan, PlannedStep } from './plan';
import type { Resource } from '../resource';
import { resourcesFor } from '../resources/registry';
import { runSteps, type Progress, type StepResult } from './run-steps';
import type { Want } from '../want';

/** One result per step, in order, and the SIDs and URLs that they came to. */
export interface Applied {
  readonly results: readonly StepResult[];
  readonly outputs: Outputs;
}

/** What a plan is carried out on. */
export interface Application {
  readonly account: Account;
  readonly want: Want;
  readonly have: Have;
  readonly plan: Plan;
  readonly progress?: Progress;
}

/** Carries out a plan that is not blocked; stops changing things at the first failure. */
export async function applyPlan({ account, want, have, plan, progress }: Application): Promise<Applied> {
  const begin: Outputs = {};
  const { results, known } = await runSteps(
    plan.steps,
    begin,
    {
      apply: async (step, known) => ({
        ...known,
        ...(await resourceOf(want, step).apply(account, { want, have, known })),
      }),
      keep: (step, known) => ({ ...known, ...resourceOf(want, step).outputs({ want, have, known }, step) }),
    },
    progress,
  );
  return { results, outputs: known };
}

function resourceOf(want: Want, { kind }: PlannedStep): Resource {
  const resource = resourcesFor(want).find((each) => each.kind === kind);
  if (resource === undefined) throw new Error(`Nothing deploys a "${kind}"`);
  return resource;
}
