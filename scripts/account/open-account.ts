import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type * as Sdk from 'twilio';

import type { Account } from '../deployment/account';
import { createAccount } from '../deployment/create-account';
import { statusOf } from '../deployment/requests/error-status';
import { messageOf } from '../deployment/requests/message-of';
import { ConfigurationError } from '../command-line/configuration-error';
import type { Credentials } from './credentials';
import { tellWaiting } from './tell-waiting';

/** Logs in to an account and makes sure, by one cheap request, that it lets us in. Throws `refused-credentials` with what to mend. */
export async function openAccount(credentials: Credentials): Promise<Account> {
  const { accountSid, username, password, region, edge } = credentials;
  // It takes longer to load than everything else together: not for --help.
  const { Twilio } = createRequire(__filename)('twilio') as typeof Sdk;
  const client = new Twilio(username, password, {
    accountSid,
    ...(region !== null && { region }),
    ...(edge !== null && { edge }),
  });
  const account = createAccount({ client, wait: (milliseconds) => pause(milliseconds), random: Math.random });
  await check(account, credentials);
  return account;
}

/** A standard API key may not look at the account itself (https://www.twilio.com/docs/iam/api-keys), so it looks at the numbers. */
async function check({ client }: Account, credentials: Credentials): Promise<void> {
  tellWaiting(`Logging in to account ${credentials.accountSid}`);
  try {
    if (credentials.passwordSetting === 'API_KEY_SECRET') {
      await client.incomingPhoneNumbers.page({ pageSize: 1 });
      return;
    }
    const { status } = await client.api.v2010.accounts(credentials.accountSid).fetch();
    if (status === 'active') return;
    throw refused(`the account is ${status}: see the Twilio console`);
  } catch (error) {
    throw error instanceof ConfigurationError ? error : refused(explain(error, credentials));
  }
}

function explain(
  error: unknown,
  { username, accountSid, passwordSetting, region, edge }: Credentials,
): string {
  const status = statusOf(error);
  if (status === 404) return 'there is no account of this SID: mend ACCOUNT_SID';
  // With 403 Twilio knows them, and does not let them do even that.
  if (status === 401) {
    const name = username === accountSid ? 'ACCOUNT_SID' : 'API_KEY';
    const where = region === null ? '' : ` and whether they are those of region ${region}`;
    return `Twilio does not take ${name} and ${passwordSetting} together: mend ${passwordSetting}, or look whether both belong to ACCOUNT_SID${where}`;
  }
  if (status !== undefined) return messageOf(error);
  const places = region === null && edge === null ? '' : ', and TWILIO_REGION and TWILIO_EDGE';
  return `api.twilio.com cannot be reached (${messageOf(error)}): look at the network${places}`;
}

function refused(reason: string): ConfigurationError {
  return new ConfigurationError('refused-credentials', `Cannot use the account: ${reason}.`);
}
