import './command-line/last-resort';

import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';

import { checked, newCommand, parseArguments } from './command-line/new-command';
import { PROJECT_DIRECTORY } from './command-line/project-settings';
import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand } from './command-line/run-command';
import { mutantsOf, sampleOf, type MutatedFlow } from './mutation/mutants';
import { readPair } from './mutation/read-pair';
import { printScore, scoreOf } from './mutation/score';
import { verdictOn, type Verdict } from './mutation/verdict';

interface Options {
  readonly all?: true;
  readonly sample: number;
  readonly seed: number;
  readonly flow?: string;
  readonly json?: true;
  /** `2/3`: the second of three processes; left out in the one that was started by hand. */
  readonly part?: string;
}

const DEFAULT_SAMPLE = 200;

/** `npm run mutate`: exit code 1 when the proof misses a mutant that the judge finds unsafe. */
async function main({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'mutate',
    'Scores the proof: how many single mistakes in the flows, found unsafe by playing calls, does it refuse?',
  )
    .option('--all', 'every mutant of both flows (hours)')
    .option('--sample <number>', 'so many mutants, evenly spread', checked(positive), DEFAULT_SAMPLE)
    .option('--seed <fraction>', 'where the sample begins, 0 to 1: another one each', checked(fraction), 0)
    .option('--flow <name>', 'mutate only this flow: parent or subflow')
    .option('--part <part/of>', 'only this part of the work (what the processes are started with)')
    .option('--json', 'print every verdict as one JSON object a line, as it comes');
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const { options } = parsed;
  const verdicts =
    options.part === undefined ? await inProcesses(argv, options, signal) : await work(options, options.part);
  if (options.part !== undefined) return 0;
  const score = scoreOf(verdicts);
  process.stdout.write(`${printScore(score).join('\n')}\n`);
  return score.misses.length === 0 ? 0 : 1;
}

/** One process for each core, each with every so-many-th mutant. */
async function inProcesses(
  argv: readonly string[],
  { json }: Options,
  signal: AbortSignal,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const count = availableParallelism();
  const parts = Array.from({ length: count }, (_, index) => `${String(index + 1)}/${String(count)}`);
  const run = (part: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(__filename, [...argv, '--part', part], { signal });
      child.on('message', (verdict: Verdict) => {
        verdicts.push(verdict);
        if (json === true) process.stdout.write(`${JSON.stringify(verdict)}\n`);
      });
      child.on('error', reject);
      child.on('exit', (code) => {
        if (code === 0) resolve();
        else reject(new Error(`Part ${part} of the mutants ended with code ${String(code)}`));
      });
    });
  await Promise.all(parts.map(run));
  return verdicts;
}

async function work(options: Options, part: string): Promise<Verdict[]> {
  process.once('disconnect', nobodyListens);
  const [number = 1, count = 1] = part.split('/').map(Number);
  const all = mutantsOf(await readPair(PROJECT_DIRECTORY)).filter(
    (mutant) => options.flow === undefined || mutant.flow === (options.flow as MutatedFlow),
  );
  const chosen = options.all === true ? all : sampleOf(all, options.sample, options.seed);
  for (const mutant of chosen.filter((_, index) => index % count === number - 1)) {
    const verdict = verdictOn(mutant, () => performance.now());
    await new Promise((sent) => process.send?.(verdict, sent));
    // A turn of the event loop, without which nobody would notice that the other side is gone.
    await new Promise(setImmediate);
  }
  process.off('disconnect', nobodyListens);
  return [];
}

/** Whoever started this process is gone: the rest would be for nobody. */
function nobodyListens(): void {
  process.exit(1);
}

function positive(text: string): number | { complaint: string } {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : { complaint: 'Give a whole number above 0.' };
}

function fraction(text: string): number | { complaint: string } {
  const value = Number(text);
  return value >= 0 && value < 1 ? value : { complaint: 'Give a number from 0 to 1, 1 excluded.' };
}

runCommand(main);
