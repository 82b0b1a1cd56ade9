import './command-line/last-resort';

import path from 'node:path';

import { ConfigurationError } from './command-line/configuration-error';
import { checked, newCommand, parseArguments } from './command-line/new-command';
import { PROJECT_DIRECTORY } from './command-line/project-settings';
import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand } from './command-line/run-command';
import { writeResult } from './command-line/write-result';
import { drawProof } from './proving/draw-proof';
import { printProof } from './proving/print-proof';
import { readQuestion } from './proving/read-question';
import type { Proof } from '../studio/proof/prove';
import { prove } from '../studio/proof/prove';

interface Options {
  readonly parent?: string;
  readonly subflow?: string;
  readonly protect?: readonly string[];
  readonly states: number;
  readonly seconds: number;
  readonly script?: string;
  readonly svg?: string;
  readonly all?: true;
  readonly json?: true;
}

const DEFAULT_STATES = 200_000;
const DEFAULT_SECONDS = 60;

/** `npm run prove`: exit code 0 when proven, 1 when refuted or not proven. */
async function main({ argv }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'prove',
    'Explores every behaviour of a call, and proves that nobody reaches success unverified.',
  )
    .option(
      '--parent <flow.json>',
      'a parent flow of your own (default: the shipped one); its subflow is the shipped one',
    )
    .option(
      '--subflow <sid>',
      'the flow_sid by which that parent names the shipped subflow, if it is no placeholder',
    )
    .option('--protect <widgets...>', 'names of widgets that need a verified caller (default: success)')
    .option('--states <number>', 'give up after this many states', checked(positive), DEFAULT_STATES)
    .option('--seconds <number>', 'give up after this many seconds', checked(positive), DEFAULT_SECONDS)
    .option('--script <file>', 'write the first violation as a call script for npm run call -- --script')
    .option('--svg <file>', 'draw the flows: what was visited, and the call that breaks the first property')
    .option('--all', 'look for a violation of every property, not just the first')
    .option('--json', 'print the result as one JSON object');
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  return report(parsed.options);
}

async function report(options: Options): Promise<ExitCode> {
  const read = await readQuestion({
    projectDirectory: PROJECT_DIRECTORY,
    ...(options.parent !== undefined && { parentFile: path.resolve(options.parent) }),
    ...(options.subflow !== undefined && { subflowSid: options.subflow }),
    protectedWidgets: options.protect ?? ['success'],
  });
  if (read.kind === 'problems') throw new ConfigurationError('broken-flow', read.problems.join('\n'));
  const began = performance.now();
  const elapsed = (): number => (performance.now() - began) / 1000;
  const proof = prove(read.question, {
    states: options.states,
    isTimeUp: () => elapsed() > options.seconds,
    stopsAtFirst: options.all !== true,
  });
  const lines = [...printProof(proof), `${elapsed().toFixed(1)} seconds.`];
  if (options.json === true) process.stdout.write(`${JSON.stringify(resultOf(proof))}\n`);
  else process.stdout.write(`${lines.join('\n')}\n`);
  const first = proof.violations.flatMap(({ script }) => (script.ok ? [script.script] : []))[0];
  if (options.script !== undefined && first !== undefined)
    await writeResult(options.script, JSON.stringify(first, null, 2));
  if (options.svg !== undefined) await writeResult(options.svg, drawProof(read.question, proof));
  return proof.status === 'proven' ? 0 : 1;
}

/** The proof without the flows' inner states, which are of no use outside. */
function resultOf({ violations, ...proof }: Proof): object {
  return {
    ...proof,
    violations: violations.map(({ property, message, title, happens, script }) => ({
      property,
      message,
      title,
      happens,
      script: script.ok ? script.script : null,
    })),
  };
}

function positive(text: string): number | { complaint: string } {
  const value = Number(text);
  return Number.isFinite(value) && value > 0 ? value : { complaint: 'Give a number above 0.' };
}

runCommand(main);
