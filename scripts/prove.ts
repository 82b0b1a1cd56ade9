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
import { readQuestion, readReplyQuestion } from './proving/read-question';
import type { QuestionResult } from './proving/read-question';
import type { Proof } from '../studio/proof/prove';
import { prove } from '../studio/proof/prove';
import type { ProofQuestion } from '../studio/proof/question';

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
      'a parent flow of your own (default: the shipped one, and the flow that takes a code by reply); its subflow is the shipped one',
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
  const { parent, subflow, protect } = options;
  const proven = proveRead(
    options,
    await readQuestion({
      projectDirectory: PROJECT_DIRECTORY,
      ...(parent !== undefined && { parentFile: path.resolve(parent) }),
      ...(subflow !== undefined && { subflowSid: subflow }),
      protectedWidgets: protect ?? ['success'],
    }),
  );
  const isShipped = parent === undefined && subflow === undefined && protect === undefined;
  const reply = isShipped ? proveRead(options, await readReplyQuestion(PROJECT_DIRECTORY)) : null;
  const all = reply === null ? [proven] : [proven, reply];
  print(options, proven, reply);
  await writeFiles(options, proven);
  return all.every(({ proof }) => proof.status === 'proven') ? 0 : 1;
}

function print({ json }: Options, { proof, lines }: Proven, reply: Proven | null): void {
  const otpByReply = reply === null ? {} : { otpByReply: resultOf(reply.proof) };
  const all =
    reply === null
      ? lines
      : [CALL_HEADING, '', ...lines, '', REPLY_HEADING, '', ...reply.lines, '', closing(proof, reply.proof)];
  const text = json === true ? JSON.stringify({ ...resultOf(proof), ...otpByReply }) : all.join('\n');
  process.stdout.write(`${text}\n`);
}

async function writeFiles({ script, svg, parent }: Options, { proof, question }: Proven): Promise<void> {
  const [first] = proof.violations.flatMap((violation) =>
    violation.script.ok ? [violation.script.script] : [],
  );
  if (script !== undefined && first === undefined) tell(`No call script is written: ${whyNone(proof)}.`);
  if (script !== undefined && first !== undefined) {
    await writeResult(script, JSON.stringify(first, null, 2));
    const flow = parent === undefined ? '' : ` --parent ${parent}`;
    tell(`To hear that call: npm run call -- --script ${script}${flow}`);
  }
  if (svg !== undefined) {
    const source = parent === undefined ? {} : { parentSource: path.basename(parent) };
    await writeResult(svg, drawProof(question, proof, source));
    tell(`The picture: ${svg}`);
  }
}

function whyNone({ violations }: Proof): string {
  return violations.length === 0 ? 'no call was found that breaks anything' : 'no script can make that call';
}

/** Beside the result, which is on standard output. */
function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** What came of both, last, where it is seen. */
function closing(call: Proof, reply: Proof): string {
  if (call.status === 'proven' && reply.status === 'proven') return 'Both are proven.';
  return `The phone call is ${WORDS[call.status]}, the flow that takes a code by reply ${WORDS[reply.status]}.`;
}

const WORDS = { proven: 'proven', refuted: 'refuted', 'not-proven': 'not proven' } as const;

const CALL_HEADING = 'The phone call (studio/flows/parent-ivr.json, verify-subflow.json):';
const REPLY_HEADING = 'The flow that takes a code by reply (studio/flows/otp-by-reply.json):';

interface Proven {
  readonly question: ProofQuestion;
  readonly proof: Proof;
  readonly lines: readonly string[];
}

function proveRead({ states, seconds, all }: Options, read: QuestionResult): Proven {
  if (read.kind === 'problems') throw new ConfigurationError('broken-flow', read.problems.join('\n'));
  const began = performance.now();
  const elapsed = (): number => (performance.now() - began) / 1000;
  const proof = prove(read.question, {
    states,
    isTimeUp: () => elapsed() > seconds,
    stopsAtFirst: all !== true,
  });
  const lines = [...printProof(proof), `${elapsed().toFixed(1)} seconds.`];
  return { question: read.question, proof, lines };
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
