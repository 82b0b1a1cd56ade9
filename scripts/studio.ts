import './command-line/last-resort';

import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand } from './command-line/run-command';
import { checkCommand } from './flow-tools/check';
import { drawCommand } from './flow-tools/draw';
import { runFlowCommand } from './flow-tools/run';
import type { Subcommand } from './flow-tools/subcommand';

/** What can be done with flow definitions, one line each. */
const subcommands: readonly Subcommand[] = [checkCommand, runFlowCommand, drawCommand];

/** `npm run studio -- check|run|draw`: works on any flow, not only those of this project. */
async function main({ argv, signal }: Invocation): Promise<ExitCode> {
  const [name = '', ...rest] = argv;
  const subcommand = subcommands.find((candidate) => candidate.name === name);
  if (subcommand !== undefined) return subcommand.run({ argv: rest, signal });
  if (name === '--help' || name === '-h') {
    process.stdout.write(help());
    return 0;
  }
  const problem = name === '' ? 'Say what to do.' : `There is no "${name}" here.`;
  process.stderr.write(`${problem}\n\n${help()}`);
  return 2;
}

function help(): string {
  const lines = subcommands.map(({ name, summary }) => `  ${name.padEnd(8)}${summary}`);
  return [
    'Usage: npm run studio -- <what> <flow.json> [options]',
    '',
    'Works on Studio flow definitions: any flow, not only those of this project.',
    '',
    ...lines,
    '',
    'npm run studio -- <what> --help says more.',
    '',
  ].join('\n');
}

runCommand(main);
