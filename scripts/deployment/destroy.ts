import type { Account } from './account';
import type { Progress, StepResult } from './apply-plan';
import { makeDestroyPlan, type DestroyPlan, type DestroyStep, type Found } from './destroy-plan';
import { orNull } from './error-status';
import { messageOf } from './message-of';
import { needed } from './needed';
import { readFound, type FoundTarget } from './read-found';

/** What destroying would do to an account as it is. */
export interface PlannedDestruction {
  readonly found: Found;
  readonly plan: DestroyPlan;
}

/** Reads an account and plans; changes nothing. Throws what the SDK throws. */
export async function planDestruction({ client }: Account, target: FoundTarget): Promise<PlannedDestruction> {
  const found = await readFound(client, target);
  return { found, plan: makeDestroyPlan(found) };
}

/** Carries out a plan that is not blocked; stops at the first failure. What is gone already counts as done. */
export async function applyDestruction(
  account: Account,
  { found, plan }: PlannedDestruction,
  progress?: Progress,
): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const step of plan.steps) {
    const hasFailed = results.some(({ status }) => status === 'failed');
    const result = await applyStep(account, found, step, hasFailed);
    results.push(result);
    progress?.ended(result);
  }
  return results;
}

async function applyStep(
  account: Account,
  found: Found,
  step: DestroyStep,
  hasFailed: boolean,
): Promise<StepResult> {
  if (hasFailed || step.action === 'blocked') return { step, status: 'skipped' };
  if (step.action === 'keep') return { step, status: 'kept' };
  try {
    await orNull(carryOut(account, found, step));
    return { step, status: 'done' };
  } catch (error) {
    return { step, status: 'failed', message: messageOf(error) };
  }
}

async function carryOut({ client }: Account, found: Found, step: DestroyStep): Promise<unknown> {
  const sid = needed(step.sid ?? undefined);
  switch (step.kind) {
    case 'Phone number': {
      const settings = found.numbers.find(({ number }) => number.sid === sid)?.settings;
      const { voiceUrl, voiceMethod, voiceApplicationSid } = needed(settings);
      return client.incomingPhoneNumbers(sid).update({
        voiceUrl,
        voiceMethod: voiceMethod === 'GET' ? 'GET' : 'POST',
        voiceApplicationSid,
      });
    }
    case 'Parent flow':
    case 'Verify subflow':
      return client.studio.v2.flows(sid).remove();
    case 'Environment': {
      const service = client.serverless.v1.services(needed(found.serverlessService?.sid));
      return service.environments(sid).remove();
    }
    case 'Verify service':
      return client.verify.v2.services(sid).remove();
    case 'Sync service':
      return client.sync.v1.services(sid).remove();
    case 'Serverless service':
      return client.serverless.v1.services(sid).remove();
    default:
      throw new Error(`Nothing destroys a "${step.kind}" by itself`);
  }
}
