import path from 'node:path';

import type { Command } from 'commander';

import { FUNCTION_SETTINGS } from './function-settings';
import type { Settings } from './settings';
import { readSettings } from './settings';

/** The folder with `functions/`, `studio/` and `package.json`; absolute. */
export const PROJECT_DIRECTORY = path.resolve(__dirname, '../..');

/** Variables of the functions that a person may set; the others belong to the account. */
export const FUNCTION_VARIABLES: readonly string[] = [
  'VERIFY_RATE_LIMIT',
  'LOOKUP_LINE_TYPE',
  ...FUNCTION_SETTINGS,
];

/** Adds `--env`, which every command that deploys has. */
export function withEnvOption(command: Command): Command {
  return command.option('--env <file>', 'read settings from this file instead of .env');
}

/**
 * The optional variables of the functions, from the environment and from `.env` or the file that `--env` names. What
 * the same places say about an account is not looked at: the local Twilio has its own.
 */
export async function functionVariables(env: string | undefined): Promise<Settings> {
  const file = path.resolve(env ?? path.join(PROJECT_DIRECTORY, '.env'));
  return readSettings({
    file,
    isNamed: env !== undefined,
    environment: process.env,
    only: FUNCTION_VARIABLES,
  });
}

/** Who the text message says that it is from, from the same places; nothing where nobody says it. */
export async function verifyName(env: string | undefined): Promise<{ readonly verifyFriendlyName?: string }> {
  const file = path.resolve(env ?? path.join(PROJECT_DIRECTORY, '.env'));
  const { VERIFY_FRIENDLY_NAME: verifyFriendlyName } = await readSettings({
    ...{ file, isNamed: env !== undefined, environment: process.env, only: ['VERIFY_FRIENDLY_NAME'] },
  });
  return verifyFriendlyName === undefined ? {} : { verifyFriendlyName };
}

/** All settings of the project, from the same places. */
export async function projectSettings(env: string | undefined): Promise<Settings> {
  const file = path.resolve(env ?? path.join(PROJECT_DIRECTORY, '.env'));
  return readSettings({ file, isNamed: env !== undefined, environment: process.env });
}
