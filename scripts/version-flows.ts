import './command-line/last-resort';

import { assertNever } from '../studio/model/assert-never';
import { newCommand, parseArguments } from './command-line/new-command';
import { PROJECT_DIRECTORY } from './command-line/project-settings';
import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand } from './command-line/run-command';
import { raiseVersion, type VersionStanding } from './deployment/versions/flow-versions-record';
import { readFlowVersions, recordFlowVersions } from './deployment/versions/version-flows';

interface Options {
  readonly json?: true;
}

/** `npm run version-flows`: exit code 0 when every flow's version is recorded, 1 when one is refused. */
async function main({ argv }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'version-flows',
    'Records the version of each flow with its content, so that a changed flow without a new version is noticed.',
  ).option('--json', 'print the result as one JSON object');
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const reading = await readFlowVersions(PROJECT_DIRECTORY);
  if (reading.kind === 'problems') {
    for (const problem of reading.problems) process.stderr.write(`${problem}\n`);
    return 1;
  }
  await recordFlowVersions(PROJECT_DIRECTORY, reading);
  const { standings } = reading;
  if (parsed.options.json === true) process.stdout.write(`${JSON.stringify({ flows: standings })}\n`);
  for (const standing of standings) report(standing, parsed.options);
  return standings.some(({ kind }) => kind === 'changed') ? 1 : 0;
}

function report(standing: VersionStanding, { json }: Options): void {
  const output = json === true ? process.stderr : process.stdout;
  const what = `${standing.name} ${standing.version} (${standing.contentHash})`;
  switch (standing.kind) {
    case 'recorded':
      output.write(`kept      ${what}\n`);
      return;
    case 'new':
      output.write(`recorded  ${what}\n`);
      return;
    case 'changed':
      process.stderr.write(`${raiseVersion(standing)}\n`);
      return;
    default:
      assertNever(standing.kind);
  }
}

runCommand(main);
