import type { Have } from './have';
import type { Account } from './resource';
import { readPhoneNumber } from './resources/phone-number';
import { readFlows } from './resources/studio-flow';
import { readVerifyServices } from './resources/verify-service';
import type { Want } from './want';

/** Reads from the account what the plan is made against. Changes nothing; throws what the SDK throws. */
export async function readHave(account: Account, want: Want): Promise<Have> {
  const { client } = account;
  const [verifyServices, functions, verifySubflows, parentFlows, phoneNumber] = await Promise.all([
    readVerifyServices(client, want.verifyService),
    account.functions.find(),
    readFlows(client, want.verifySubflow.friendlyName),
    readFlows(client, want.parentFlow.friendlyName),
    readPhoneNumber(client, want.phoneNumber),
  ]);
  return { verifyServices, functions, verifySubflows, parentFlows, phoneNumber };
}
