import { needRunning } from '../need-running';
import { needed } from '../needed';
import type { Decision } from '../plan/plan';
import { validateAll } from '../publish-flow';
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
  apply: async (account, situation) => {
    const { have, known } = situation;
    const [had] = have.environments;
    const buildSid = needed(known.buildSid);
    const validated = await validateAll(account, situation);
    if (had !== undefined) await needRunning(account, known, had.buildSid);
    const services = account.client.serverless.v1.services(needed(known.serverlessServiceSid));
    await services.environments(needed(known.environment).sid).deployments.create({ buildSid });
    await needRunning(account, known, buildSid);
    return { validated };
  },
};

function decide({ want, have }: Situation): Decision {
  const [had] = have.environments;
  if (had === undefined || had.buildSid === null)
    return { action: 'create', reason: 'nothing runs there yet' };
  const isForeign = have.running !== null && have.running.bundleHash === null;
  if (isForeign && !want.permissions.takeOver) {
    return {
      action: 'blocked',
      reason: `build ${had.buildSid} runs there, which this project did not make; --take-over replaces it, or choose another --environment`,
    };
  }
  if (have.matching === null) return { action: 'update', reason: `build ${had.buildSid} runs there` };
  return had.buildSid === have.matching.sid
    ? { action: 'keep', reason: `build ${had.buildSid} runs` }
    : { action: 'update', reason: `build ${had.buildSid} runs there, should be ${have.matching.sid}` };
}
