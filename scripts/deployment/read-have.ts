import type { Account } from './account';
import type { Have } from './have';
import { readBuilds } from './bundle/read-builds';
import { readInstallation } from './read-installation';
import { readPhoneNumber } from './resources/phone-number';
import { readSyncServices } from './resources/sync-service';
import { readVerifyServices } from './resources/verify-service';
import type { Want } from './want';

/** Reads from the account what the plan is made against. Changes nothing; throws what the SDK throws. */
export async function readHave({ client }: Account, want: Want): Promise<Have> {
  const { place, mark, flows } = readInstallation(client, want);
  const verify = mark.then((known) => known?.verify ?? null);
  const sync = mark.then((known) => known?.sync ?? null);
  const [
    { serverlessService, environments, variables },
    builds,
    verifyServices,
    syncServices,
    both,
    phoneNumber,
  ] = await Promise.all([
    place,
    place.then((found) => readBuilds(client, found, want.bundle)),
    readVerifyServices(client, want.verifyService, verify),
    readSyncServices(client, want.syncService, sync),
    flows,
    readPhoneNumber(client, want.phoneNumber),
  ]);
  const services = { serverlessService, verifyServices, syncServices };
  return { ...services, environments, variables, ...builds, ...both, phoneNumber };
}
