import './command-line/last-resort';

import path from 'node:path';

import { buildProject } from './bundling/build-project';
import type { BuildReport } from './bundling/build-report';
import { newCommand, parseArguments } from './command-line/new-command';
import { PROJECT_DIRECTORY } from './command-line/project-settings';
import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand, unlessStopped } from './command-line/run-command';

interface Options {
  readonly json?: true;
}

/** `npm run build`: exit code 0 when built, 1 when a source has a mistake, 2 for wrong usage. */
async function main({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand('build', 'Builds functions, assets and the local Twilio into dist/.').option(
    '--json',
    'print the report as one JSON object',
  );
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const outputDirectory = path.join(PROJECT_DIRECTORY, 'dist');
  const building = buildProject({ rootDirectory: PROJECT_DIRECTORY, outputDirectory });
  const report = await unlessStopped(building, signal);
  print(report, parsed.options.json === true);
  return report.status === 'built' ? 0 : 1;
}

function print(report: BuildReport, asJson: boolean): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(report)}\n`);
  } else if (report.status === 'failed') {
    for (const problem of report.problems) process.stderr.write(`${problem}\n`);
  } else {
    const bytes = report.files.reduce((sum, file) => sum + file.bytes, 0);
    const kilobytes = (bytes / 1000).toFixed(0);
    process.stdout.write(`Built ${String(report.files.length)} files (${kilobytes} kB) into dist/\n`);
  }
}

runCommand(main);
