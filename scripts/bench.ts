import './command-line/last-resort';

import { printFigures } from './benchmarks/print-figures';
import { BENCHMARKS } from './benchmarks/registry';
import { newCommand, parseArguments } from './command-line/new-command';
import { PROJECT_DIRECTORY } from './command-line/project-settings';
import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand, throwIfStopped, unlessStopped } from './command-line/run-command';

interface Options {
  readonly json?: true;
}

/** `npm run bench`: measures, prints, and never fails for a slow machine. */
async function main({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'bench',
    'Measures the functions, the local Twilio and the interpreter, beside their aims.',
  );
  command.option('--json', 'print the figures as one JSON object');
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  await unlessStopped(measureAll(parsed.options.json === true, signal), signal);
  return 0;
}

async function measureAll(asJson: boolean, signal: AbortSignal): Promise<void> {
  const progress = asJson ? process.stderr : process.stdout;
  const measured: { title: string; figures: unknown }[] = [];
  for (const { title, measure } of BENCHMARKS) {
    throwIfStopped(signal);
    progress.write(`\n${title}\n`);
    const figures = await measure(PROJECT_DIRECTORY);
    progress.write(
      `${printFigures(figures)
        .map((line) => `  ${line}`)
        .join('\n')}\n`,
    );
    measured.push({ title, figures });
  }
  if (asJson) process.stdout.write(`${JSON.stringify({ node: process.version, benchmarks: measured })}\n`);
}

runCommand(main);
