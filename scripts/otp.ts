import './command-line/last-resort';

import { runCommand } from './command-line/run-command';
import { runSubcommand } from './command-line/subcommands';
import type { CommandTable } from './command-line/subcommands';
import { deliverCommand } from './one-time-passcodes/deliver';
import { listCommand } from './one-time-passcodes/list';
import { newKeyCommand } from './one-time-passcodes/new-key';
import { newSecretsCommand } from './one-time-passcodes/new-secrets';
import { rotateKeyCommand } from './one-time-passcodes/rotate-key';
import { showCommand } from './one-time-passcodes/show';

/** `npm run otp -- new-key|new-secrets|rotate-key|list|show|deliver`: looks after the one-time-passcode service. */
const OTP: CommandTable = {
  command: 'otp',
  usage: '[options]',
  about: 'Looks after the one-time-passcode service: its keys, its records, its webhook.',
  subcommands: [newKeyCommand, newSecretsCommand, rotateKeyCommand, listCommand, showCommand, deliverCommand],
};

runCommand(async (invocation) => runSubcommand(OTP, invocation));
