import type { Account } from './account';
import { AccountChangedError } from './requests/account-changed';
import { needed } from './needed';
import type { Outputs } from './outputs';

/** Stops when the environment does not run this build (any more): somebody else deployed meanwhile. */
export async function needRunning(account: Account, known: Outputs, buildSid: string | null): Promise<void> {
  const running = await runningBuild(account, known);
  if (running === buildSid) return;
  const runs = running === null ? 'no build' : `build ${running}`;
  throw new AccountChangedError(`its functions are those of ${runs} now`);
}

/** Whether the environment runs this build. */
export async function isRunning(account: Account, known: Outputs, buildSid: string): Promise<boolean> {
  return (await runningBuild(account, known)) === buildSid;
}

async function runningBuild(account: Account, known: Outputs): Promise<string | null> {
  const { serverlessServiceSid, environment } = known;
  const services = account.client.serverless.v1.services(needed(serverlessServiceSid));
  const found = await services.environments(needed(environment).sid).fetch();
  return found.buildSid || null;
}
