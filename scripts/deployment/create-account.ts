import { createRequire } from 'node:module';
import type { Twilio } from 'twilio';

import type { Account } from './account';
import { createUpload } from './requests/create-upload';
import type { Retries } from './requests/retries';
import type * as RetryingClient from './requests/retrying-client';

/** What an account is reached with. */
export interface AccountOptions extends Retries {
  readonly client: Twilio;
  /** Where the upload host is reached; Twilio's own by default. */
  readonly uploadOrigin?: string;
}

/** Everything that a deployment may use of an account. */
export function createAccount(options: AccountOptions): Account {
  const { client, uploadOrigin: origin, wait, random } = options;
  const retries = { wait, random };
  return {
    client: loadSdk().retryingClient(client, retries),
    upload: createUpload({ client, ...retries, ...(origin !== undefined && { origin }) }),
    wait,
  };
}

/** The SDK takes longer to load than everything else together: only when there is something to deploy. */
function loadSdk(): typeof RetryingClient {
  return createRequire(__filename)('./requests/retrying-client') as typeof RetryingClient;
}
