import './command-line/last-resort';

import { runCommand } from './command-line/run-command';
import { runSubcommand } from './command-line/subcommands';
import type { CommandTable } from './command-line/subcommands';
import { checkCommand } from './flow-tools/check';
import { drawCommand } from './flow-tools/draw';
import { runFlowCommand } from './flow-tools/run';
import { testCommand } from './flow-tools/test';

/** `npm run studio -- check|run|test|draw`: works on any flow, not only those of this project. */
const STUDIO: CommandTable = {
  command: 'studio',
  usage: '<flow.json> [options]',
  about: 'Works on Studio flow definitions: any flow, not only those of this project.',
  subcommands: [checkCommand, runFlowCommand, testCommand, drawCommand],
};

runCommand(async (invocation) => runSubcommand(STUDIO, invocation));
