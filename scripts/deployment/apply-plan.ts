import type { Account } from './account';
import type { Have } from './have';
import { messageOf } from './message-of';
import type { Outputs } from './outputs';
import type { Plan, PlannedStep } from './plan';
import type { Resource } from './resource';
import { RESOURCES } from './resources/registry';
import type { Want } from './want';

/** How one planned step went. `skipped`: an earlier one failed, and nothing was changed after it. */
export type StepResult =
  | { readonly step: PlannedStep; readonly status: 'done' | 'kept' | 'skipped' }
  | { readonly step: PlannedStep; readonly status: 'failed'; readonly message: string };

/** One result per step, in order, and the SIDs and URLs that they came to. */
export interface Applied {
  readonly results: readonly StepResult[];
  readonly outputs: Outputs;
}

/** Is told how each step went, in the order of the plan; by default nobody is. */
export interface Progress {
  readonly ended: (result: StepResult) => void;
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
export async function applyPlan(application: Application): Promise<Applied> {
  const results: StepResult[] = [];
  let outputs: Outputs = {};
  for (const [index, resource] of RESOURCES.entries()) {
    const step = application.plan.steps[index];
    if (step === undefined) throw new Error(`The plan has no step for "${resource.kind}"`);
    const hasFailed = results.some(({ status }) => status === 'failed');
    const applied = hasFailed
      ? { result: { step, status: 'skipped' as const }, outputs: {} }
      : await applyStep(application, resource, step, outputs);
    outputs = { ...outputs, ...applied.outputs };
    results.push(applied.result);
    application.progress?.ended(applied.result);
  }
  return { results, outputs };
}

async function applyStep(
  { account, want, have }: Application,
  resource: Resource,
  step: PlannedStep,
  known: Outputs,
): Promise<{ result: StepResult; outputs: Outputs }> {
  const situation = { want, have, known };
  if (step.action === 'blocked') return { result: { step, status: 'skipped' }, outputs: {} };
  if (step.action === 'keep') {
    return { result: { step, status: 'kept' }, outputs: resource.outputs(situation, step) };
  }
  try {
    const outputs = await resource.apply(account, situation);
    return { result: { step, status: 'done' }, outputs };
  } catch (error) {
    return { result: { step, status: 'failed', message: messageOf(error) }, outputs: {} };
  }
}
