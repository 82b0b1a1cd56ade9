import type { Account } from './account';
import type { Applied } from './plan/apply-plan';
import { applyPlan } from './plan/apply-plan';
import type { Have } from './have';
import { makePlan } from './plan/make-plan';
import type { Plan } from './plan/plan';
import { isBlocked } from './plan/plan';
import { readHave } from './read-have';
import { hasFailed, type Progress } from './plan/run-steps';
import type { Want } from './want';

/** What a deployment came to. */
export type Deployment =
  | { readonly status: 'blocked'; readonly plan: Plan }
  | ({ readonly status: 'deployed' | 'failed'; readonly plan: Plan } & Applied);

/** What deploying would do to an account as it is. */
export interface Planned {
  readonly have: Have;
  readonly plan: Plan;
}

/**
 * Reads an account and plans; changes nothing. Where it looks blocked it reads twice: somebody may have been at work while it read,
 * and a half-made installation looks like one of somebody else's. Throws what the SDK throws.
 */
export async function planDeployment(account: Account, want: Want): Promise<Planned> {
  const planned = await planOnce(account, want);
  return isBlocked(planned.plan) ? planOnce(account, want) : planned;
}

async function planOnce(account: Account, want: Want): Promise<Planned> {
  const have = await readHave(account, want);
  return { have, plan: makePlan(want, have) };
}

/** Carries out what was planned, unless it is blocked. */
export async function applyPlanned(
  account: Account,
  want: Want,
  { have, plan }: Planned,
  progress?: Progress,
): Promise<Deployment> {
  if (isBlocked(plan)) return { status: 'blocked', plan };
  const applied = await applyPlan({ account, want, have, plan, ...(progress && { progress }) });
  return { status: hasFailed(applied.results) ? 'failed' : 'deployed', plan, ...applied };
}

/**
 * Brings an account to what the repository wants: reads, plans, applies. A second time with the same want it changes
 * nothing. Refusals by Twilio come back as results; a Twilio that cannot be reached while reading throws.
 */
export async function deploy(account: Account, want: Want, progress?: Progress): Promise<Deployment> {
  return applyPlanned(account, want, await planDeployment(account, want), progress);
}
