import type { Twilio } from 'twilio';

import type { Account } from '../account';
import { AccountChangedError } from '../requests/account-changed';
import {
  makeDestroyPlan,
  ownVariables,
  type DestroyPlan,
  type DestroyStep,
  type Found,
} from './destroy-plan';
import { orNull } from '../requests/error-status';
import { giveNumberBack } from '../number/give-number-back';
import { MARK_KEY } from '../mark/mark';
import { needed } from '../needed';
import { readFound, type FoundTarget } from './read-found';
import { runSteps, type Progress, type StepResult } from '../plan/run-steps';

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
  const apply = async (step: DestroyStep): Promise<null> => {
    await orNull(carryOut(account, found, step));
    return null;
  };
  return (await runSteps(plan.steps, null, { apply }, progress)).results;
}

async function carryOut({ client }: Account, found: Found, step: DestroyStep): Promise<unknown> {
  const sid = needed(step.sid ?? undefined);
  const serverless = client.serverless.v1.services(found.serverlessService?.sid ?? '');
  switch (step.kind) {
    case 'Phone number': {
      const { number, settings } = needed(found.numbers.find((each) => each.number.sid === sid));
      return giveNumberBack(client, { sid, settings }, number.voiceUrl);
    }
    case 'Parent flow':
    case 'Verify subflow':
    case 'Reply flow':
      return client.studio.v2.flows(sid).remove();
    case 'Verify service':
      return client.verify.v2.services(sid).remove();
    case 'Sync service':
      return client.sync.v1.services(sid).remove();
    case 'Variables':
      return removeVariables(client, found, sid);
    case 'Environment':
      return serverless.environments(sid).remove();
    case 'Serverless service':
      return removeService(client, sid);
    default:
      throw new Error(`Nothing destroys a "${step.kind}" by itself`);
  }
}

/** The mark last: until then another run finds the rest. */
async function removeVariables(client: Twilio, found: Found, environmentSid: string): Promise<void> {
  const service = client.serverless.v1.services(needed(found.serverlessService?.sid));
  const list = service.environments(environmentSid).variables;
  const own = ownVariables(found);
  const isMark = ({ key }: { key: string }): boolean => key === MARK_KEY;
  for (const { sid } of [...own.filter((each) => !isMark(each)), ...own.filter(isMark)]) {
    await orNull(list(sid).remove());
  }
}

/** Twilio deletes everything in it: somebody may have made an environment meanwhile. */
async function removeService(client: Twilio, sid: string): Promise<void> {
  const service = client.serverless.v1.services(sid);
  const [left] = await service.environments.list();
  if (left !== undefined) throw new AccountChangedError(`the environment "${left.uniqueName}" is there now`);
  await service.remove();
}
