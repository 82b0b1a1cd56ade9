import type { PlannedStep } from './plan';
import type { StepResult } from './run-steps';

/** A step as every command prints it with `--json`. */
export interface StepJson extends PlannedStep {
  /** `planned`: nobody has begun. */
  readonly status: 'planned' | StepResult['status'];
  /** Why it failed. */
  readonly message?: string;
}

/** Steps that were planned and not carried out. */
export function plannedJson(steps: readonly PlannedStep[]): StepJson[] {
  return steps.map((step) => ({ ...step, status: 'planned' }));
}

/** Steps that were carried out. */
export function resultsJson(results: readonly StepResult[]): StepJson[] {
  return results.map((result) => ({
    ...result.step,
    status: result.status,
    ...(result.status === 'failed' && { message: result.message }),
  }));
}
