import type { Applied } from './apply-plan';
import { applyPlan } from './apply-plan';
import { makePlan } from './make-plan';
import type { Plan } from './plan';
import { isBlocked } from './plan';
import { readHave } from './read-have';
import type { Account } from './resource';
import type { Want } from './want';

/** What a deployment came to. */
export type Deployment =
  | { readonly status: 'blocked'; readonly plan: Plan }
  | ({ readonly status: 'deployed' | 'failed'; readonly plan: Plan } & Applied);

/**
 * Brings an account to what the repository wants: reads, plans, applies. A second time with the same want it changes
 * nothing but the functions' installation. Refusals by Twilio come back as results; an unreachable Twilio throws.
 */
export async function deploy(account: Account, want: Want): Promise<Deployment> {
  const have = await readHave(account, want);
  const plan = makePlan(want, have);
  if (isBlocked(plan)) return { status: 'blocked', plan };
  const applied = await applyPlan(account, want, have, plan);
  const hasFailed = applied.results.some((result) => result.status === 'failed');
  return { status: hasFailed ? 'failed' : 'deployed', plan, ...applied };
}
