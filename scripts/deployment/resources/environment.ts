import type { Twilio } from 'twilio';

import { orChanged } from '../requests/account-changed';
import type { HadEnvironment, Have } from '../have';
import type { ServiceSearch } from '../mark/found-service';
import { MARK_KEY, making, readMark, type Mark, type MarkedThing } from '../mark/mark';
import { needed } from '../needed';
import type { Outputs } from '../outputs';
import type { Decision } from '../plan/plan';
import type { Resource, Situation } from '../resource';
import type { Want } from '../want';
import { writeMark } from '../mark/write-mark';

/**
 * The Serverless environment, found again by its unique name; the functions' domain comes with it. Its mark is written at once:
 * what is made after it can be told from what other people made.
 */
export const environment: Resource = {
  kind: 'Environment',
  name: (want) => want.environment.name,
  decide,
  outputs: outputsOf,
  apply: async (account, situation) => {
    const { want, have, known } = situation;
    const [had] = have.environments;
    const made =
      had === undefined ? await create(account.client, want, known) : { sid: had.sid, domain: had.domain };
    const owner = had === undefined || isEmptyAndOurs(have) ? 'made' : 'used';
    const outputs = { ...known, environment: made };
    return { environment: made, ...(await writeMark(account, outputs, firstMark(want, have, owner))) };
  },
};

/** All environments of the service. */
export async function readEnvironments(client: Twilio, serviceSid: string): Promise<HadEnvironment[]> {
  const all = await client.serverless.v1.services(serviceSid).environments.list();
  return all.map((found) => ({
    sid: found.sid,
    uniqueName: found.uniqueName,
    // Absent and empty mean the same to Twilio.
    domainSuffix: found.domainSuffix || null,
    domain: found.domainName,
    buildSid: found.buildSid || null,
  }));
}

async function create(client: Twilio, { environment: wanted }: Want, known: Outputs) {
  const { name, domainSuffix } = wanted;
  const service = client.serverless.v1.services(needed(known.serverlessServiceSid));
  const { sid, domainName } = await orChanged(`there is an environment "${name}" now`, () =>
    service.environments.create({ uniqueName: name, ...(domainSuffix !== null && { domainSuffix }) }),
  );
  return { sid, domain: domainName };
}

/** What the plan did not find is going to be made: should that be cut short, the next run finds it by its name. */
function firstMark(want: Want, have: Have, environmentOwner: Mark['environment']): Mark {
  const begun = (wanted: ServiceSearch, found: readonly unknown[]): MarkedThing | null =>
    wanted.sid === null && found.length === 0 ? making(wanted.friendlyName) : null;
  return {
    environment: environmentOwner,
    verify: begun(want.verifyService, have.verifyServices),
    sync: begun(want.syncService, have.syncServices),
    subflow: null,
    parent: null,
    variables: Object.keys(want.variables),
  };
}

function outputsOf({ have }: Situation): Outputs {
  const [only, ...others] = have.environments;
  if (only === undefined || others.length > 0) return {};
  const mark = readMark(have.variables);
  const variable = have.variables.find(({ key }) => key === MARK_KEY);
  return {
    environment: { sid: only.sid, domain: only.domain },
    ...(mark !== null && variable !== undefined && { mark: { sid: variable.sid, mark, isOwn: false } }),
  };
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
  if (readMark(have.variables) !== null) return { action: 'keep', reason: only.domain };
  if (isEmptyAndOurs(have) || want.permissions.takeOver)
    return { action: 'update', reason: 'gets the mark of this project' };
  return {
    action: 'blocked',
    reason: `${only.sid} has this name and was not made by this project; choose another with --environment, or let it be used and changed by --take-over`,
  };
}

/** A deployment that was cut short right after it made the environment leaves it so. */
function isEmptyAndOurs({ serverlessService, environments: [only], variables }: Have): boolean {
  return serverlessService?.isOurs === true && only?.buildSid === null && variables.length === 0;
}
