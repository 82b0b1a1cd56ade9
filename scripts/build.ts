import { Command, CommanderError } from 'commander';
import path from 'node:path';

import { buildProject } from './bundling/build-project';
import type { BuildReport } from './bundling/build-report';

const PROJECT_DIRECTORY = path.resolve(__dirname, '..');

/** `npm run build`: exit code 0 when built, 1 when a source has a mistake, 2 for wrong usage. */
async function main(argv: readonly string[]): Promise<number> {
  const command = new Command('build')
    .description('Builds functions, assets and the local Twilio into dist/.')
    .option('--json', 'print the report as one JSON object')
    .exitOverride();
  try {
    command.parse(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  const report = await buildProject({
    rootDirectory: PROJECT_DIRECTORY,
    outputDirectory: path.join(PROJECT_DIRECTORY, 'dist'),
  });
  print(report, command.opts<{ json?: true }>().json === true);
  return report.status === 'built' ? 0 : 1;
}

function print(report: BuildReport, asJson: boolean): void {
  if (asJson) {
    console.log(JSON.stringify(report));
  } else if (report.status === 'failed') {
    for (const problem of report.problems) console.error(problem);
  } else {
    const bytes = report.files.reduce((sum, file) => sum + file.bytes, 0);
    console.log(`Built ${String(report.files.length)} files (${(bytes / 1000).toFixed(0)} kB) into dist/`);
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`Cannot build: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  },
);
