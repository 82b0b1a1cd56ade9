import { isBlocked, type Plan } from '../plan/plan';
import type { PlannedRollback, Rollback } from './rollback';

/** Why there is nothing to carry out, with what there is to go back to; none when there is a plan. */
export function rollbackProblems(planned: PlannedRollback): string[] {
  switch (planned.kind) {
    case 'problems':
      return planned.problems.map((problem) => `Cannot roll back: ${problem}`);
    case 'unknown':
    case 'ambiguous':
      return [`Cannot roll back: ${planned.reason}.`, ...availableLines(planned.available)];
    case 'plan':
      return blockedLines(planned.plan);
  }
}

/** One sentence for each step that failed. */
export function rollbackTroubles({ results }: Rollback): string[] {
  return results.flatMap((result) =>
    result.status === 'failed'
      ? [`Cannot roll back ${result.step.kind} "${result.step.name}": ${result.message}`]
      : [],
  );
}

function blockedLines(plan: Plan): string[] {
  if (!isBlocked(plan)) return [];
  return plan.steps
    .filter(({ action }) => action === 'blocked')
    .map(({ kind, name, reason }) => `Cannot roll back ${kind} "${name}": ${reason}`);
}

function availableLines(available: readonly string[]): string[] {
  if (available.length === 0)
    return ['This project has published nothing there yet that could be gone back to.'];
  return ['There are, newest first:', ...available.map((name) => `  ${name}`)];
}
