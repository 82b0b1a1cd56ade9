import type { Twilio } from 'twilio';

import { orChanged } from '../account-changed';
import type { HadEnvironment } from '../have';
import { needed } from '../needed';
import type { Decision } from '../plan';
import type { Resource, Situation } from '../resource';
import type { WantedEnvironment } from '../want';

/** The Serverless environment, found again by its unique name; the functions' domain comes with it. */
export const environment: Resource = {
  kind: 'Environment',
  name: (want) => want.environment.name,
  decide,
  outputs: ({ have }) => {
    const [only, ...others] = have.environments;
    return only === undefined || others.length > 0
      ? {}
      : { environment: { sid: only.sid, domain: only.domain } };
  },
  apply: async ({ client }, { want, known }) => {
    const { name, domainSuffix } = want.environment;
    const service = client.serverless.v1.services(needed(known.serverlessServiceSid));
    const { sid, domainName } = await orChanged(`there is an environment "${name}" now`, () =>
      service.environments.create({ uniqueName: name, ...(domainSuffix !== null && { domainSuffix }) }),
    );
    return { environment: { sid, domain: domainName } };
  },
};

/** The environments of the service that have our name or our domain. */
export async function readEnvironments(
  client: Twilio,
  serviceSid: string,
  wanted: WantedEnvironment,
): Promise<HadEnvironment[]> {
  const all = await client.serverless.v1.services(serviceSid).environments.list();
  return all
    .map((found) => ({
      sid: found.sid,
      uniqueName: found.uniqueName,
      // Absent and empty mean the same to Twilio.
      domainSuffix: found.domainSuffix || null,
      domain: found.domainName,
      buildSid: found.buildSid || null,
    }))
    .filter((each) => each.uniqueName === wanted.name || each.domainSuffix === wanted.domainSuffix);
}

function decide({ want, have }: Situation): Decision {
  const [only, ...others] = have.environments;
  if (only === undefined) return { action: 'create', reason: 'there is none of this name' };
  if (others.length > 0 || only.uniqueName !== want.environment.name) {
    const sids = have.environments.map(({ sid }) => sid).join(' and ');
    return {
      action: 'blocked',
      reason: `${sids} has this name or its domain already; choose another with --environment, or delete it`,
    };
  }
  return { action: 'keep', reason: only.domain };
}
