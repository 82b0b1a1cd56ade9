import { ConfigurationError } from '../command-line/configuration-error';
import type { JsonError } from '../command-line/json-error';
import { newCommand, parseArguments } from '../command-line/new-command';
import type { ExitCode, Invocation } from '../command-line/run-command';
import type { Subcommand } from '../command-line/subcommands';
import { readJsonFile } from '../proving/read-json-file';
import { checkFiles } from './check-files';
import type { CheckedFile, FlowFile } from './check-files';

interface Options {
  readonly errorsOnly?: true;
  readonly json?: true;
}

/** Why a file could not be read, as a sentence. */
interface Unreadable {
  readonly file: string;
  readonly unreadable: string;
}

/**
 * Reports every problem of each flow; exit code 1 when there is one. A file that cannot be read takes nothing away from what
 * there is to say of the others; the exit code is then 2.
 */
export const checkCommand: Subcommand = {
  name: 'check',
  summary: 'every problem of each flow',
  run: runCheck,
};

async function runCheck({ argv }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'studio',
    'Checks Studio flow definitions: any flow, not only those of this project. Name a parent together with its subflows to have what passes between them checked: ${FLOW_SID:name} in a flow is the file name.json among those that are named.',
  )
    .usage('check <flow.json...> [options]')
    .argument('<flows...>', 'files with flow definitions')
    .option('--errors-only', 'leave out warnings: what Studio runs, though perhaps not as meant')
    .option('--json', 'print the problems as one JSON object');
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const read = await Promise.all(command.args.map(readFlowJson));
  const unreadable = read.flatMap((one) => ('unreadable' in one ? one.unreadable : []));
  const checked = checkFiles(read.flatMap((one) => ('unreadable' in one ? [] : one)));
  return report(checked, unreadable, parsed.options);
}

async function readFlowJson(file: string): Promise<FlowFile | Unreadable> {
  try {
    return { file, json: (await readJsonFile(file)).json };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { file, unreadable: error.message };
  }
}

function report(
  checked: readonly CheckedFile[],
  unreadable: readonly string[],
  { errorsOnly, json }: Options,
): ExitCode {
  const all = checked
    .flatMap(({ file, problems }) => problems.map((problem) => ({ file, ...problem })))
    .filter(({ severity }) => errorsOnly !== true || severity === 'error');
  for (const sentence of unreadable) process.stderr.write(`${sentence}\n`);
  if (json === true) {
    const trouble = unreadable.length === 0 ? {} : asError(unreadable);
    process.stdout.write(`${JSON.stringify({ ...trouble, problems: all })}\n`);
  } else {
    for (const { file, place, severity, message } of all) {
      process.stdout.write(`${file}: ${place}: ${severity === 'warning' ? 'warning: ' : ''}${message}\n`);
    }
    if (all.length === 0 && checked.length > 0)
      process.stdout.write(`No problem in ${String(checked.length)} flow(s).\n`);
  }
  if (unreadable.length > 0) return 2;
  return all.length === 0 ? 0 : 1;
}

/** As commands print any error, so that programs need to know one form of it. */
function asError(unreadable: readonly string[]): JsonError {
  return { status: 'error', code: 'unreadable-file', message: unreadable.join('\n') };
}
