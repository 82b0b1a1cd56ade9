import './command-line/last-resort';

import { availableParallelism } from 'node:os';

import { Option } from 'commander';

import { checked, newCommand, parseArguments } from './command-line/new-command';
import { PROJECT_DIRECTORY } from './command-line/project-settings';
import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand, unlessStopped } from './command-line/run-command';
import { judgeInProcesses } from './mutation/in-processes';
import { mutantsOf, sampleOfEach, type Mutant, type MutatedFlow } from './mutation/mutants';
import { MUTATION_KINDS } from './mutation/mutants/mutant';
import { readPair } from './mutation/read-pair';
import { keyOf, openResults } from './mutation/results-file';
import { printScore, scoreOf } from './mutation/score';
import type { Verdict } from './mutation/verdict';

interface Options {
  readonly all?: true;
  readonly sample: number;
  readonly seed: number;
  readonly flow?: string;
  readonly kind?: string;
  readonly jobs: number;
  readonly results?: string;
  readonly soFar?: true;
}

const DEFAULT_SAMPLE = 20;

/** `npm run mutate`: exit code 1 when the proof misses a mutant that the judge finds unsafe. */
async function main({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'mutate',
    'Scores the proof: how many single mistakes in the flows, found unsafe by playing calls, does it refuse?',
  )
    .option('--all', 'every mutant of both flows')
    .option('--sample <number>', 'so many of each kind, evenly spread', checked(positive), DEFAULT_SAMPLE)
    .option('--seed <fraction>', 'where the sample begins, 0 to 1: another one each', checked(fraction), 0)
    .addOption(new Option('--flow <name>', 'mutate only this flow').choices(['parent', 'subflow']))
    .addOption(new Option('--kind <kind>', 'only mutations of this kind').choices(MUTATION_KINDS))
    .option('--jobs <number>', 'so many processes at a time', checked(positive), availableParallelism())
    .option('--results <file>', 'add each verdict to this file, and go on with what is not in it yet')
    .option('--so-far', 'only score what is in the results file')
    .addHelpText(
      'after',
      '\nA judge that shares nothing with the proof plays short calls through each flow with a mistake in it. The proof is good if it\nrefuses every flow in which the judge finds an unsafe call; the score is that share.\n\nDelete the results file after a change to the proof: its verdicts are of the old one.',
    );
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const verdicts = await unlessStopped(judgeAll(parsed.options, signal), signal);
  const score = scoreOf(verdicts);
  process.stdout.write(`${printScore(score).join('\n')}\n`);
  return score.misses.length === 0 ? 0 : 1;
}

async function judgeAll(options: Options, signal: AbortSignal): Promise<Verdict[]> {
  const original = await readPair(PROJECT_DIRECTORY);
  const all = mutantsOf(original);
  const chosen = chosenOf(all, options);
  const file = options.results === undefined ? undefined : await openResults(options.results, original);
  const verdicts = new Map(file?.known);
  if (options.soFar !== true) {
    const open = new Set(chosen.filter((mutant) => !verdicts.has(keyOf(mutant))));
    await judgeInProcesses({
      projectDirectory: PROJECT_DIRECTORY,
      places: all.flatMap((mutant, place) => (open.has(mutant) ? [place] : [])),
      jobs: options.jobs,
      signal,
      onVerdict: (verdict) => {
        file?.append(verdict);
        verdicts.set(keyOf(verdict), verdict);
      },
    });
  }
  return chosen.flatMap((mutant) => verdicts.get(keyOf(mutant)) ?? []);
}

function chosenOf(all: readonly Mutant[], { all: isAll, flow, kind, sample, seed }: Options): Mutant[] {
  const wanted = all.filter(
    (mutant) =>
      (flow === undefined || mutant.flow === (flow as MutatedFlow)) &&
      (kind === undefined || mutant.kind === kind),
  );
  return isAll === true ? wanted : sampleOfEach(wanted, sample, seed);
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
