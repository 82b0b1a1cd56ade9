import type { Have } from './have';
import type { Outputs } from './outputs';
import type { Plan, PlannedStep } from './plan';
import type { Account } from './resource';
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

/** Carries out a plan that is not blocked; stops changing things at the first failure. */
export async function applyPlan(account: Account, want: Want, have: Have, plan: Plan): Promise<Applied> {
  const results: StepResult[] = [];
  let outputs: Outputs = {};
  let hasFailed = false;
  for (const [index, resource] of RESOURCES.entries()) {
    const step = plan.steps[index];
    if (step === undefined) throw new Error(`The plan has no step for "${resource.kind}"`);
    if (hasFailed || step.action === 'blocked') {
      results.push({ step, status: 'skipped' });
    } else if (step.action === 'keep') {
      outputs = { ...outputs, ...resource.outputs(have) };
      results.push({ step, status: 'kept' });
    } else {
      try {
        outputs = { ...outputs, ...(await resource.apply(account, want, have, outputs)) };
        results.push({ step, status: 'done' });
      } catch (error) {
        hasFailed = true;
        results.push({ step, status: 'failed', message: messageOf(error) });
      }
    }
  }
  return { results, outputs };
}

/** Twilio's own words; its code leads to the page that explains it (https://www.twilio.com/docs/api/errors). */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'number'
    ? `${error.message} (Twilio error ${String(error.code)})`
    : error.message;
}
