import './command-line/last-resort';

import { Option } from 'commander';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline/promises';
import type * as Sdk from 'twilio';

import { askTwilio } from './account/ask-twilio';
import { readCredentials } from './account/credentials';
import { withEnvironmentOption } from './account/environment-option';
import { explicitSids } from './account/explicit-sids';
import { openAccount } from './account/open-account';
import { ConfigurationError } from './command-line/configuration-error';
import { newCommand, parseArguments } from './command-line/new-command';
import { phoneNumberOption } from './command-line/phone-number-option';
import { projectSettings, withEnvOption } from './command-line/project-settings';
import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand, unlessStopped } from './command-line/run-command';
import type { Account } from './deployment/account';
import { readDeployed } from './deployment/read-deployed';
import { smoke } from './deployment/smoke';
import type { SmokeTarget } from './deployment/smoke';

const CHANNELS = ['sms', 'whatsapp', 'call'];

interface Options {
  readonly to: string;
  readonly channel: string;
  readonly environment: string;
  readonly json?: true;
  readonly env?: string;
}

/** `npm run smoke`: exit code 0 when the code from the phone was approved. */
async function main({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'smoke',
    'Makes one live verification through the deployed functions: a real message, and a code that you key in here.',
  ).requiredOption('--to <number>', 'the phone that gets the code', phoneNumberOption);
  withEnvOption(withEnvironmentOption(command))
    .addOption(new Option('--channel <channel>', 'how the code is sent').choices(CHANNELS).default('sms'))
    .option('--json', 'print the result as one JSON object');
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const { options } = parsed;
  const target = await unlessStopped(askTwilio('find the deployed functions', findTarget(options)), signal);
  const work = smoke(target, options, () => readCode(signal));
  const result = await unlessStopped(askTwilio('ask the functions', work), signal);
  const { start, check, verified } = result;
  const last = check ?? start;
  const status = verified ? 'verified' : 'not-verified';
  const { environment } = options;
  if (options.json === true)
    process.stdout.write(`${JSON.stringify({ status, environment, start, check })}\n`);
  else if (verified) process.stdout.write('Verified: the deployed functions work.\n');
  else
    process.stdout.write(`Not verified: ${last.status}${last.message === '' ? '' : `, ${last.message}`}\n`);
  return verified ? 0 : 1;
}

async function findTarget(options: Options): Promise<SmokeTarget> {
  const settings = await projectSettings(options.env);
  const credentials = readCredentials(settings);
  const token = settings['AUTH_TOKEN'];
  if (token === undefined) {
    throw new ConfigurationError(
      'missing-credentials',
      'Cannot ask the functions without AUTH_TOKEN: they take only requests that it signs; set it beside API_KEY.',
    );
  }
  const { client }: Account = await openAccount(credentials);
  const { environment } = options;
  const reading = await readDeployed(client, { environment, sids: explicitSids(settings) });
  if (reading.kind === 'problems') {
    throw new ConfigurationError('deployment-refused', reading.problems.join('\n'));
  }
  const { getExpectedTwilioSignature } = createRequire(__filename)('twilio') as typeof Sdk;
  return {
    client,
    domain: reading.deployed.environment.domain,
    sign: (url, parameters) => getExpectedTwilioSignature(token, url, parameters),
  };
}

/** From the terminal, or the first line of a pipe. */
async function readCode(signal: AbortSignal): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question('The code in the message: ', { signal });
  } finally {
    terminal.close();
  }
}

runCommand(main);
