import { needRunning } from '../need-running';
import { needed } from '../needed';
import type { Decision } from '../plan';
import type { Resource, Situation } from '../resource';

/**
 * What the environment runs. From here on calls reach the new functions, with the flows that were there. Of two deployments
 * at once the one that came last goes on from here; the other finds that its build does not run.
 */
export const deployment: Resource = {
  kind: 'Deployment',
  name: (want) => want.environment.name,
  decide,
  outputs: () => ({}),
  apply: async (account, { have, known }) => {
    const [had] = have.environments;
    const buildSid = needed(known.buildSid);
    if (had !== undefined) await needRunning(account, known, had.buildSid);
    const services = account.client.serverless.v1.services(needed(known.serverlessServiceSid));
    await services.environments(needed(known.environment).sid).deployments.create({ buildSid });
    await needRunning(account, known, buildSid);
    return {};
  },
};

function decide({ have }: Situation): Decision {
  const [had] = have.environments;
  if (had === undefined || had.buildSid === null)
    return { action: 'create', reason: 'nothing runs there yet' };
  if (have.matching === null) return { action: 'update', reason: `build ${had.buildSid} runs there` };
  return had.buildSid === have.matching.sid
    ? { action: 'keep', reason: `build ${had.buildSid} runs` }
    : { action: 'update', reason: `build ${had.buildSid} runs there, should be ${have.matching.sid}` };
}
