import type { Account } from '../account';
import { AccountChangedError } from '../account-changed';
import { needed } from '../needed';
import type { Outputs } from '../outputs';
import type { Decision } from '../plan';
import type { Resource, Situation } from '../resource';

/** What the environment runs. From here on calls reach the new functions, with the flows that were there. */
export const deployment: Resource = {
  kind: 'Deployment',
  name: (want) => want.environment.name,
  decide,
  outputs: () => ({}),
  apply: async (account, { have, known }) => {
    const [had] = have.environments;
    if (had !== undefined) await needRunning(account, known, had.buildSid);
    await environmentOf(account, known).deployments.create({ buildSid: needed(known.buildSid) });
    return {};
  },
};

/** Stops when the environment does not run this build (any more): somebody else deployed meanwhile. */
export async function needRunning(account: Account, known: Outputs, buildSid: string | null): Promise<void> {
  const found = await environmentOf(account, known).fetch();
  const running = found.buildSid || null;
  if (running !== buildSid) {
    throw new AccountChangedError(
      `its functions are those of ${running === null ? 'no build' : `build ${running}`} now`,
    );
  }
}

function environmentOf({ client }: Account, { serverlessServiceSid, environment }: Outputs) {
  return client.serverless.v1.services(needed(serverlessServiceSid)).environments(needed(environment).sid);
}

function decide({ have }: Situation): Decision {
  const [had] = have.environments;
  if (had === undefined || had.buildSid === null)
    return { action: 'create', reason: 'nothing runs there yet' };
  if (have.matching === null) return { action: 'update', reason: `build ${had.buildSid} runs there` };
  return had.buildSid === have.matching.sid
    ? { action: 'keep', reason: `build ${had.buildSid} runs` }
    : { action: 'update', reason: `build ${had.buildSid} runs there, should be ${have.matching.sid}` };
}
