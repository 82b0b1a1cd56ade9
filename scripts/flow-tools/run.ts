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
import type { Subcommand } from '../command-line/subcommands';

interface Options {
  readonly script: string;
  readonly json?: true;
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

async function runFlow({ argv }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'studio',
    'Runs any Studio flow in a scripted world: nothing needs to be deployed.',
  )
    .usage('run <flow.json> --script FILE [options]')
    .argument('<flow>', 'file with a flow definition')
    .requiredOption('--script <file>', `a flow script such as ${EXAMPLE}, - for standard input`)
    .option('--json', 'print the result as one JSON object');
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const [file = ''] = command.args;
  const { script: scriptFile, json } = parsed.options;
  const definition = await readFlow(file);
  const script = await readFlowScript(scriptFile);
  const subflows = await readSubflows(script, scriptFile);
  const result = runFlowScript({ definition, subflows }, script);
  if (json === true) process.stdout.write(`${JSON.stringify(result)}\n`);
  else process.stdout.write(printResult(result));
  return result.error === undefined ? 0 : 1;
}

async function readFlowScript(file: string): Promise<FlowScript> {
  const parsed = parseFlowScript(await readScript(file, EXAMPLE));
  if (parsed.ok) return parsed.script;
  const lines = parsed.problems.map((problem) => `Cannot use the script "${file}": ${problem}.`);
  throw new ConfigurationError('invalid-script', lines.join('\n'));
}

/** Files are named from where the script is, or from here when it comes by standard input. */
async function readSubflows(script: FlowScript, scriptFile: string): Promise<Record<string, FlowDefinition>> {
  const folder = scriptFile === '-' ? '.' : path.dirname(scriptFile);
  const read = Object.entries(script.subflows).map(
    async ([sid, file]) => [sid, await readFlow(path.resolve(folder, file))] as const,
  );
  return Object.fromEntries(await Promise.all(read));
}
