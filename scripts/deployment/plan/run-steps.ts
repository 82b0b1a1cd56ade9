import { statusOf } from '../requests/error-status';
import { messageOf } from '../requests/message-of';
import type { PlannedStep } from './plan';

/** How one planned step went. `skipped`: an earlier one failed, and nothing was changed after it. */
export type StepResult =
  | { readonly step: PlannedStep; readonly status: 'done' | 'kept' | 'skipped' }
  | {
      readonly step: PlannedStep;
      readonly status: 'failed';
      readonly message: string;
      /** Of Twilio's answer; absent when there was none. */
      readonly httpStatus?: number;
    };

/** Is told how each step went, in the order of the plan; by default nobody is. */
export interface Progress {
  readonly ended: (result: StepResult) => void;
}

/** How steps are carried out; both answer what later steps have to know. */
export interface StepWork<Step, Known> {
  /** Throws what the SDK throws, and `AccountChangedError`. */
  readonly apply: (step: Step, known: Known) => Promise<Known>;
  /** Of a step that changes nothing; what was known by default. */
  readonly keep?: (step: Step, known: Known) => Known;
}

/** Carries out steps in their order; stops changing things at the first failure. One result per step. */
export async function runSteps<Step extends PlannedStep, Known>(
  steps: readonly Step[],
  begin: Known,
  work: StepWork<Step, Known>,
  progress?: Progress,
): Promise<{ readonly results: readonly StepResult[]; readonly known: Known }> {
  const results: StepResult[] = [];
  let known = begin;
  for (const step of steps) {
    const ended = hasFailed(results) ? skipped(step, known) : await runStep(step, known, work);
    known = ended.known;
    results.push(ended.result);
    progress?.ended(ended.result);
  }
  return { results, known };
}

/** Whether any step failed. */
export function hasFailed(results: readonly StepResult[]): boolean {
  return results.some(({ status }) => status === 'failed');
}

interface Ended<Known> {
  readonly result: StepResult;
  readonly known: Known;
}

async function runStep<Step extends PlannedStep, Known>(
  step: Step,
  known: Known,
  { apply, keep }: StepWork<Step, Known>,
): Promise<Ended<Known>> {
  if (step.action === 'blocked') return skipped(step, known);
  if (step.action === 'keep')
    return { result: { step, status: 'kept' }, known: keep?.(step, known) ?? known };
  try {
    return { known: await apply(step, known), result: { step, status: 'done' } };
  } catch (error) {
    const httpStatus = statusOf(error);
    const failed = { step, status: 'failed', message: messageOf(error) } as const;
    return { result: { ...failed, ...(httpStatus !== undefined && { httpStatus }) }, known };
  }
}

function skipped<Known>(step: PlannedStep, known: Known): Ended<Known> {
  return { result: { step, status: 'skipped' }, known };
}
