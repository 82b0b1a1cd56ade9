import { readdirSync } from 'node:fs';
import path from 'node:path';

import { deploy } from '../../scripts/deployment/deploy';
import { LOCAL_PHONE_NUMBER } from '../../scripts/deployment/deploy-to-local';
import { localFunctions } from '../../scripts/deployment/local-functions';
import { readWant } from '../../scripts/deployment/read-want';
import type { LocalTwilio } from '../../scripts/emulator/local-twilio';
import type { FunctionsEnvironment } from '../../scripts/emulator/runtime/functions-host';

const projectDirectory = path.resolve(__dirname, '../..');
const builtDirectory = path.join(projectDirectory, 'dist');

/**
 * Deploys the project with the real code to a local Twilio, from the build that Jest has made once for all tests.
 * `change` may alter what is installed as the functions.
 */
export async function deployBuilt(
  twilio: LocalTwilio,
  change: (environment: FunctionsEnvironment) => FunctionsEnvironment = (environment) => environment,
): Promise<void> {
  const phoneNumber = LOCAL_PHONE_NUMBER;
  const read = await readWant({ projectDirectory, phoneNumber, variables: {} });
  if (read.kind === 'problems') throw new Error(read.problems.join('\n'));
  twilio.addPhoneNumber(phoneNumber);
  const host = {
    domains: twilio.functions.domains,
    install: (environment: FunctionsEnvironment) => twilio.functions.install(change(environment)),
  };
  const files = readdirSync(path.join(builtDirectory, 'functions')).map((file) => `functions/${file}`);
  const functions = localFunctions(host, builtDirectory, files);
  const deployment = await deploy({ client: twilio.client(), functions }, read.want);
  if (deployment.status !== 'deployed') throw new Error(`Not deployed: ${deployment.status}`);
}
