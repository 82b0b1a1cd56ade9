import './command-line/last-resort';

import path from 'node:path';

import { buildLibrary } from './bundling/build-library';
import { newCommand, parseArguments } from './command-line/new-command';
import { PROJECT_DIRECTORY } from './command-line/project-settings';
import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand, unlessStopped } from './command-line/run-command';

/** `npm run prepack`, which npm runs before it packs: exit code 0 when built, 1 when a source has a mistake, 2 for wrong usage. */
async function main({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand('prepack', 'Builds the library that `npm pack` packs into dist/library/.');
  const parsed = parseArguments(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const outputDirectory = path.join(PROJECT_DIRECTORY, 'dist', 'library');
  const problems = await unlessStopped(
    buildLibrary({ rootDirectory: PROJECT_DIRECTORY, outputDirectory }),
    signal,
  );
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  return problems.length === 0 ? 0 : 1;
}

runCommand(main);
