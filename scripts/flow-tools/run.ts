import path from 'node:path';

import type { FlowDefinition } from '../../studio/model/flow-definition';
import type { FlowScript } from '../../studio/scripting/flow-script';
import { parseFlowScript } from '../../studio/scripting/parse-flow-script';
import { runFlowScript } from '../../studio/scripting/run-flow-script';
import { ConfigurationError } from '../command-line/configuration-error';
import { newCommand, parseArguments } from '../command-line/new-command';
import { readScript } from '../command-line/read-script';
import type { ExitCode, Invocation } from '../command-line/run-command';
import { printResult } from './print-result';
import { readFlow } from './read-flow';
import { rerunOnChange } from './rerun';
import type { Subcommand } from '../command-line/subcommands';

interface Options {
  readonly script: string;
  readonly json?: true;
  readonly watch?: true;
}

const EXAMPLE = '{"trigger": {"call": {"From": "+14155550100"}}, "inputs": [{"digits": "1"}]}';

/**
 * Runs one flow in a scripted world. Exit code 1 when Studio would have stopped it, or when script and flow do not fit
 * together; a flow that still waits when the script is over is no failure.
 */
export const runFlowCommand: Subcommand = {
  name: 'run',
  summary: 'runs a flow in a scripted world; nothing needs to be deployed',
  run: runFlow,
};

async function runFlow({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'studio',
    'Runs any Studio flow in a scripted world: nothing needs to be deployed.',
  )
    .usage('run <flow.json> --script FILE [options]')
    .argument('<flow>', 'file with a flow definition')
    .requiredOption('--script <file>', `a flow script such as ${EXAMPLE}, - for standard input`)
    .option('--json', 'print the result as one JSON object')
    .option('--watch', 'run again when the flow, the script or a subflow is saved');
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const { options } = parsed;
  const [file = ''] = command.args;
  if (options.watch !== true) return (await runOnce(file, options)).code;
  if (options.script === '-') {
    throw new ConfigurationError(
      'invalid-script',
      'Cannot watch standard input: name a file after --script.',
    );
  }
  let files: readonly string[] = [];
  await rerunOnChange(async (changed) => {
    if (changed === null || files.some((name) => changed.has(name))) files = await runWatched(file, options);
    return files;
  }, signal);
  return 0;
}

/** What a run came to, and the subflows that its script names. */
interface Ran {
  readonly code: ExitCode;
  readonly subflows: readonly string[];
}

async function runOnce(file: string, { script: scriptFile, json }: Options): Promise<Ran> {
  const definition = await readFlow(file);
  const script = await readFlowScript(scriptFile);
  const subflows = await readSubflows(script, scriptFile);
  const result = runFlowScript({ definition, subflows }, script);
  if (json === true) process.stdout.write(`${JSON.stringify(result)}\n`);
  else process.stdout.write(printResult(result));
  return {
    code: result.error === undefined ? 0 : 1,
    subflows: subflowFiles(script, scriptFile).map(([, name]) => name),
  };
}

/** Runs once; a file that is broken while somebody writes it is a sentence. Answers the files to watch. */
async function runWatched(file: string, options: Options): Promise<string[]> {
  const own = [file, options.script].map((name) => path.resolve(name));
  try {
    return [...own, ...(await runOnce(file, options)).subflows];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return own;
  }
}

async function readFlowScript(file: string): Promise<FlowScript> {
  const parsed = parseFlowScript(await readScript(file, EXAMPLE));
  if (parsed.ok) return parsed.script;
  const lines = parsed.problems.map((problem) => `Cannot use the script "${file}": ${problem}.`);
  throw new ConfigurationError('invalid-script', lines.join('\n'));
}

async function readSubflows(script: FlowScript, scriptFile: string): Promise<Record<string, FlowDefinition>> {
  const read = subflowFiles(script, scriptFile).map(
    async ([sid, file]) => [sid, await readFlow(file)] as const,
  );
  return Object.fromEntries(await Promise.all(read));
}

/** Files are named from where the script is, or from here when it comes by standard input. */
function subflowFiles({ subflows }: FlowScript, scriptFile: string): [sid: string, file: string][] {
  const folder = scriptFile === '-' ? '.' : path.dirname(scriptFile);
  return Object.entries(subflows).map(([sid, file]) => [sid, path.resolve(folder, file)]);
}
