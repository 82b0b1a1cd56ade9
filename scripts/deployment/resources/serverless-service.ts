import type { Twilio } from 'twilio';

import { orChanged } from '../requests/account-changed';
import { orNull } from '../requests/error-status';
import type { HadServerlessService } from '../have';
import { SERVICE_FRIENDLY_NAME } from '../mark/made-here';
import { readMark } from '../mark/mark';
import type { Decision } from '../plan/plan';
import type { Resource, Situation } from '../resource';
import type { WantedServerlessService } from '../want';

/**
 * The Serverless service, found again by its unique name. It comes first: of two first deployments only one can make it,
 * and the other stops before it has changed anything.
 */
export const serverlessService: Resource = {
  kind: 'Serverless service',
  name: (want) => want.serverlessService.uniqueName,
  decide,
  outputs: ({ have }) =>
    have.serverlessService === null ? {} : { serverlessServiceSid: have.serverlessService.sid },
  apply: async ({ client }, { want, have }) => {
    const { services } = client.serverless.v1;
    if (have.serverlessService !== null) {
      const { sid } = await services(have.serverlessService.sid).update({ includeCredentials: true });
      return { serverlessServiceSid: sid };
    }
    const { uniqueName } = want.serverlessService;
    const { sid } = await orChanged(`there is a Serverless service "${uniqueName}" now`, () =>
      services.create({ uniqueName, friendlyName: SERVICE_FRIENDLY_NAME, includeCredentials: true }),
    );
    return { serverlessServiceSid: sid };
  },
};

/** The service that is named, or else the one with our name; null when it is not there. */
export async function readServerlessService(
  client: Twilio,
  { sid, uniqueName }: WantedServerlessService,
): Promise<HadServerlessService | null> {
  const found = await orNull(client.serverless.v1.services(sid ?? uniqueName).fetch());
  return (
    found && {
      sid: found.sid,
      uniqueName: found.uniqueName,
      isOurs: found.friendlyName === SERVICE_FRIENDLY_NAME,
      includeCredentials: found.includeCredentials,
    }
  );
}

function decide({ want, have }: Situation): Decision {
  const { sid } = want.serverlessService;
  if (have.serverlessService === null) {
    return sid === null
      ? { action: 'create', reason: 'there is none of this name' }
      : { action: 'blocked', reason: `the account has no service ${sid}; mend SERVERLESS_SERVICE_SID` };
  }
  const isKnown = sid !== null || have.serverlessService.isOurs || readMark(have.variables) !== null;
  if (!isKnown && !want.permissions.takeOver) {
    return {
      action: 'blocked',
      reason: `${have.serverlessService.sid} has this name and was not made by this project; --take-over deploys into it, or name it in SERVERLESS_SERVICE_SID`,
    };
  }
  if (!have.serverlessService.includeCredentials) {
    return { action: 'update', reason: "functions do not get the account's SID and token" };
  }
  return { action: 'keep', reason: 'as wanted' };
}
