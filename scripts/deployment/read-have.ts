import type { Account } from './account';
import type { Have } from './have';
import { readFlows } from './read-flows';
import { NO_SERVERLESS, readServerless } from './read-serverless';
import { readPhoneNumber } from './resources/phone-number';
import { readServerlessService } from './resources/serverless-service';
import { readSyncServices } from './resources/sync-service';
import { readVerifyServices } from './resources/verify-service';
import type { Want } from './want';

/** Reads from the account what the plan is made against. Changes nothing; throws what the SDK throws. */
export async function readHave({ client }: Account, want: Want): Promise<Have> {
  const [serverless, verifyServices, syncServices, flows, phoneNumber] = await Promise.all([
    readService(client, want),
    readVerifyServices(client, want.verifyService),
    readSyncServices(client, want.syncService),
    readFlows(client, [want.verifySubflow, want.parentFlow]),
    readPhoneNumber(client, want.phoneNumber),
  ]);
  const [verifySubflows = [], parentFlows = []] = flows;
  return { ...serverless, verifyServices, syncServices, verifySubflows, parentFlows, phoneNumber };
}

async function readService(client: Account['client'], want: Want) {
  const serverlessService = await readServerlessService(client, want.serverlessService);
  if (serverlessService === null) return { serverlessService, ...NO_SERVERLESS };
  return { serverlessService, ...(await readServerless(client, serverlessService.sid, want)) };
}
