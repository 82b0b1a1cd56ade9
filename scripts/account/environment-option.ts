import type { Command } from 'commander';

import { isEnvironmentName } from '../deployment/want-names';
import { checked } from '../command-line/new-command';

/** Reads `--environment`: a name that can be part of a domain, such as `dev` or `stage-2`. */
export const environmentOption = checked<string>((text) =>
  isEnvironmentName(text) ? text : { complaint: 'Write 1 to 16 lower-case letters, digits and dashes.' },
);

/** Adds `--environment`, which is `dev` unless told otherwise. */
export function withEnvironmentOption(command: Command): Command {
  return command.option(
    '--environment <name>',
    'which installation in the account: dev, stage, prod or any other',
    environmentOption,
    'dev',
  );
}
