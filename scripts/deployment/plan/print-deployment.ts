import { assertNever } from '../../../studio/model/assert-never';
import type { StepResult } from './run-steps';
import type { Deployment } from '../deploy';
import type { Plan, PlannedStep } from './plan';

/** A deployment in plain lines, one per resource: `created  Verify service "Hotline"`. */
export function printDeployment(deployment: Deployment): string[] {
  return deployment.status === 'blocked' ? printPlan(deployment.plan) : deployment.results.map(printResult);
}

/** A plan in plain lines: one per resource with its reason, then what else there is to know of it, indented. */
export function printPlan({ steps }: Plan): string[] {
  return steps.flatMap((step) => [
    printStep(step),
    ...(step.details ?? []).map((line) => `         ${line}`),
  ]);
}

/** One sentence for each step that was blocked or failed; none when all went well. */
export function printTroubles(deployment: Deployment): string[] {
  if (deployment.status === 'blocked') {
    return deployment.plan.steps
      .filter((step) => step.action === 'blocked')
      .map((step) => `Cannot deploy ${step.kind} "${step.name}": ${step.reason}`);
  }
  return deployment.results.flatMap((result) =>
    result.status === 'failed'
      ? [`Cannot deploy ${result.step.kind} "${result.step.name}": ${result.message}`]
      : [],
  );
}

/** A planned step in one line, with its reason. */
function printStep(step: PlannedStep): string {
  return `${step.action.padEnd(8)} ${step.kind} "${step.name}": ${step.reason}`;
}

/** How a step went, in one line. */
export function printResult(result: StepResult): string {
  const { step } = result;
  const what = `${step.kind} "${step.name}"`;
  switch (result.status) {
    case 'done':
      return `${DONE[step.action].padEnd(8)} ${what}`;
    case 'kept':
      return `kept     ${what}: ${step.reason}`;
    case 'skipped':
      return `skipped  ${what}: an earlier step failed`;
    case 'failed':
      return `failed   ${what}: ${result.message}`;
    default:
      return assertNever(result);
  }
}

const DONE: Readonly<Record<PlannedStep['action'], string>> = {
  create: 'created',
  update: 'updated',
  delete: 'deleted',
  keep: 'kept',
  blocked: 'blocked',
};
