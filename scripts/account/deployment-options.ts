import path from 'node:path';

import type { Command } from 'commander';

import { buildProject } from '../bundling/build-project';
import type { Account } from '../deployment/account';
import { readWant } from '../deployment/read-want';
import type { Want } from '../deployment/want';
import { ConfigurationError } from '../command-line/configuration-error';
import { readCredentials } from './credentials';
import { withEnvironmentOption } from './environment-option';
import { explicitSids } from './explicit-sids';
import { openAccount } from './open-account';
import { tellWaiting } from './tell-waiting';
import { phoneNumberOption } from '../command-line/phone-number-option';
import {
  FUNCTION_VARIABLES,
  PROJECT_DIRECTORY,
  projectSettings,
  withEnvOption,
} from '../command-line/project-settings';
import type { Settings } from '../command-line/settings';
import { unproven } from '../proving/need-proven';

/** What `plan` and `deploy` are told. */
export interface DeploymentOptions {
  readonly environment: string;
  readonly phoneNumber?: string;
  readonly takeOver?: true;
  readonly overwrite?: true;
  readonly unproven?: string;
  readonly json?: true;
  readonly env?: string;
}

/** Adds the options that `plan` and `deploy` share. */
export function withDeploymentOptions(command: Command): Command {
  return withEnvOption(withEnvironmentOption(command))
    .option(
      '--phone-number <number>',
      'a number of the account: its calls are led to the IVR',
      phoneNumberOption,
    )
    .option(
      '--take-over',
      'use and change what somebody else made: the number, services of our names, the environment',
    )
    .option('--overwrite', 'publish over flows that somebody edited in the console')
    .option(
      '--unproven <reason>',
      'publish flows that "npm run prove" does not prove; the reason goes into the commit message',
    )
    .option('--json', 'print the result as one JSON object');
}

/** An account that lets us in, and what it should come to. */
export interface OpenDeployment {
  readonly account: Account;
  readonly want: Want;
}

/**
 * Reads the settings, logs in, proves the flows, builds the project: what a person has to mend first comes first. Throws every
 * trouble with what to mend; changes nothing in the account.
 */
export async function openDeployment(options: DeploymentOptions): Promise<OpenDeployment> {
  const settings = await projectSettings(options.env);
  const credentials = readCredentials(settings);
  const account = await openAccount(credentials);
  if (options.unproven === undefined) await needProven(isReplyWanted(settings));
  return { want: await wantOf(options, settings), account };
}

/** Seconds that the proof may take before it counts as none. */
const PROOF_SECONDS = 120;

function isReplyWanted(settings: Settings): boolean {
  return settings['OTP_BY_REPLY']?.toLowerCase() === 'true';
}

async function needProven(otpByReply: boolean): Promise<void> {
  tellWaiting('Proving the flows');
  const until = performance.now() + PROOF_SECONDS * 1000;
  const proof = await unproven(PROJECT_DIRECTORY, () => performance.now() > until, { otpByReply });
  if (proof === null) return;
  const mend = 'Cannot deploy flows that are not proven safe: mend them, or say --unproven with a reason.';
  throw new ConfigurationError('deployment-refused', `${proof}\n${mend}`);
}

async function wantOf(options: DeploymentOptions, settings: Settings): Promise<Want> {
  const builtDirectory = path.join(PROJECT_DIRECTORY, 'dist');
  const build = await buildProject({ rootDirectory: PROJECT_DIRECTORY, outputDirectory: builtDirectory });
  if (build.status === 'failed') throw trouble('build-failed', 'build', build.problems);
  const verifyFriendlyName = settings['VERIFY_FRIENDLY_NAME'];
  const read = await readWant({
    projectDirectory: PROJECT_DIRECTORY,
    builtDirectory,
    environment: options.environment,
    phoneNumber: options.phoneNumber ?? null,
    variables: Object.fromEntries(
      Object.entries(settings).filter(([name]) => FUNCTION_VARIABLES.includes(name)),
    ),
    otpByReply: isReplyWanted(settings),
    sids: explicitSids(settings),
    permissions: { takeOver: options.takeOver === true, overwrite: options.overwrite === true },
    ...(verifyFriendlyName !== undefined && { verifyFriendlyName }),
    ...(options.unproven !== undefined && { unproven: options.unproven }),
  });
  if (read.kind === 'problems') throw trouble('deployment-refused', 'deploy', read.problems);
  return read.want;
}

function trouble(
  code: 'build-failed' | 'deployment-refused',
  verb: string,
  problems: readonly string[],
): ConfigurationError {
  return new ConfigurationError(code, problems.map((problem) => `Cannot ${verb} ${problem}`).join('\n'));
}
