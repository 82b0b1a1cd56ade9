import type { Command } from 'commander';
import type { Twilio } from 'twilio';

import { withEnvironmentOption } from '../account/environment-option';
import { explicitSids } from '../account/explicit-sids';
import { openAccount } from '../account/open-account';
import { readCredentials } from '../account/credentials';
import { ConfigurationError } from '../command-line/configuration-error';
import { projectSettings, withEnvOption } from '../command-line/project-settings';
import { readEnvironments } from '../deployment/resources/environment';
import { readServerlessService } from '../deployment/resources/serverless-service';
import { readVariables } from '../deployment/resources/variables';
import { namesFor } from '../deployment/want-names';

/** What the commands that look at an account are told. */
export interface ServiceOptions {
  readonly environment: string;
  readonly env?: string;
  readonly json?: true;
}

/** A deployed one-time-passcode service. */
export interface OpenService {
  readonly client: Twilio;
  readonly syncServiceSid: string;
  /** `https://phone-verification-1234-dev.twil.io` */
  readonly origin: string;
  /** Signs requests to its protected functions; undefined where an API key is used. */
  readonly authToken: string | undefined;
}

/** Adds the options of `ServiceOptions`. */
export function withServiceOptions(command: Command): Command {
  return withEnvOption(withEnvironmentOption(command)).option('--json', 'print the result as JSON');
}

/** Finds the service that was deployed to an environment. Throws `deployment-refused` with what is missing. */
export async function openService(options: ServiceOptions): Promise<OpenService> {
  const settings = await projectSettings(options.env);
  const { client } = await openAccount(readCredentials(settings));
  const names = namesFor(options.environment, '');
  const service = await readServerlessService(client, {
    uniqueName: names.serverlessService,
    sid: explicitSids(settings).serverlessService ?? null,
  });
  if (service === null) throw missing(`a Serverless service "${names.serverlessService}"`);
  const environments = await readEnvironments(client, service.sid);
  const environment = environments.find(({ uniqueName }) => uniqueName === options.environment);
  if (environment === undefined) throw missing(`an environment "${options.environment}"`);
  const variables = await readVariables(client, service.sid, environment.sid);
  const sync = variables.find(({ key }) => key === 'SYNC_SERVICE_SID');
  if (sync === undefined) throw missing(`a Sync service of the environment "${options.environment}"`);
  return {
    client,
    syncServiceSid: sync.value,
    origin: `https://${environment.domain}`,
    authToken: settings['AUTH_TOKEN'],
  };
}

function missing(what: string): ConfigurationError {
  return new ConfigurationError(
    'deployment-refused',
    `Cannot find ${what} in this account: deploy first, or name another --environment.`,
  );
}
