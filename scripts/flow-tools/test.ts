import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import pc from 'picocolors';

import { ConfigurationError } from '../command-line/configuration-error';
import { newCommand, parseArguments } from '../command-line/new-command';
import type { ExitCode, Invocation } from '../command-line/run-command';
import type { Subcommand } from '../command-line/subcommands';
import { findTests } from './find-tests';
import { junitOf } from './junit';
import { countTests, printTests } from './print-tests';
import { rerunOnChange } from './rerun';
import { runTestFile, type FileReport } from './run-test-file';

interface Options {
  readonly junit?: string;
  readonly json?: true;
  readonly watch?: true;
}

/** Runs the flow tests of folders. Exit code 1 when something differs, 2 when a test could not be run. */
export const testCommand: Subcommand = {
  name: 'test',
  summary: 'runs every *.flow-test.json of a folder',
  run: runTests,
};

async function runTests({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'studio',
    'Runs every *.flow-test.json below the folders; docs/flow-tests.md says what is in one.',
  )
    .usage('test <places...> [options]')
    .argument('<places...>', 'folders with tests, or test files')
    .option('--junit <file>', 'also write JUnit XML, which CI services read')
    .option('--json', 'print the reports as one JSON object')
    .option('--watch', 'run again what a saved file decides over')
    .addHelpText('after', '\nExit codes: 0 all passed, 1 something differs, 2 a test could not be run.');
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const { options } = parsed;
  if (options.watch === true) {
    await rerunOnChange(rerun(command.args, options), signal);
    return 0;
  }
  return report(await runAll(await findTests(command.args)), options);
}

async function runAll(files: readonly string[]): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const file of files) reports.push(await runTestFile(file));
  return reports;
}

/** Runs all tests at first, then those that a saved file decides over, and those that are new. */
function rerun(
  places: readonly string[],
  options: Options,
): (changed: ReadonlySet<string> | null) => Promise<string[]> {
  const known = new Map<string, readonly string[]>();
  return async (changed) => {
    const files = await findTests(places);
    const due = files.filter((file) => {
      const sources = known.get(file);
      return changed === null || sources === undefined || sources.some((source) => changed.has(source));
    });
    const reports = await runAll(due);
    for (const { file, sources } of reports) known.set(file, sources);
    if (due.length > 0) await report(reports, options);
    return files.flatMap((file) => [path.resolve(file), ...(known.get(file) ?? [])]);
  };
}

async function report(reports: readonly FileReport[], { junit, json }: Options): Promise<ExitCode> {
  const counts = countTests(reports);
  if (junit !== undefined) await write(junit, junitOf(reports));
  if (json === true)
    process.stdout.write(`${JSON.stringify({ ...counts, files: reports.map(withoutSources) })}\n`);
  else process.stdout.write(printTests(reports, pc.isColorSupported && process.stdout.isTTY));
  if (counts.broken > 0) return 2;
  return counts.failed > 0 ? 1 : 0;
}

function withoutSources({ sources: _sources, ...told }: FileReport): Omit<FileReport, 'sources'> {
  return told;
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch {
    throw new ConfigurationError(
      'unwritable-file',
      `Cannot write "${file}": name a file in a folder that is there.`,
    );
  }
}
