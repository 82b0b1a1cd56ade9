import type { StepResult } from '../../../scripts/deployment/plan/run-steps';
import type { PlannedStep } from '../../../scripts/deployment/plan/plan';

const CREATED: PlannedStep = { kind: 'Build', name: 'abc', action: 'create', reason: 'for node22' };
const KEPT: PlannedStep = { ...CREATED, kind: 'Verify service', action: 'keep' };

/** One result of each kind. */
export const RESULTS: readonly StepResult[] = [
  { step: CREATED, status: 'done' },
  { step: KEPT, status: 'kept' },
  { step: CREATED, status: 'failed', message: 'it failed' },
  { step: CREATED, status: 'skipped' },
];

/** The line of each result. */
export const LINES = [
  'created  Build "abc"',
  'kept     Verify service "abc": for node22',
  'failed   Build "abc": it failed',
  'skipped  Build "abc": an earlier step failed',
] as const;
