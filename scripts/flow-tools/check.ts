import { checkFlow } from '../../studio/checks/check-flow';
import type { Problem } from '../../studio/model/problem';
import { mentionsPlaceholder } from '../../studio/wiring/placeholder';
import { newCommand, parseArguments } from '../command-line/new-command';
import type { ExitCode, Invocation } from '../command-line/run-command';
import type { Subcommand } from '../command-line/subcommands';
import { readJsonFile } from '../proving/read-json-file';

interface Options {
  readonly errorsOnly?: true;
  readonly json?: true;
}

/** A flow file and everything that is wrong or doubtful in it. */
interface CheckedFile {
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** Reports every problem of each flow; exit code 1 when there is one. */
export const checkCommand: Subcommand = {
  name: 'check',
  summary: 'every problem of each flow',
  run: runCheck,
};

async function runCheck({ argv }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'studio',
    'Checks Studio flow definitions: any flow, not only those of this project.',
  )
    .usage('check <flow.json...> [options]')
    .argument('<flows...>', 'files with flow definitions')
    .option('--errors-only', 'leave out warnings: what Studio runs, though perhaps not as meant')
    .option('--json', 'print the problems as one JSON object');
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  return report(await Promise.all(command.args.map((file) => check(file, parsed.options))), parsed.options);
}

async function check(file: string, { errorsOnly }: Options): Promise<CheckedFile> {
  const { text, json } = await readJsonFile(file);
  // A flow with placeholders is one before wiring, in which SIDs and hosts have no business.
  const isUnwired = mentionsPlaceholder(text);
  const problems = checkFlow(json, {
    allowPlaceholders: isUnwired,
    wantsPlaceholders: isUnwired,
  });
  return { file, problems: problems.filter(({ severity }) => errorsOnly !== true || severity === 'error') };
}

function report(checked: readonly CheckedFile[], { json }: Options): ExitCode {
  const all = checked.flatMap(({ file, problems }) => problems.map((problem) => ({ file, ...problem })));
  if (json === true) process.stdout.write(`${JSON.stringify({ problems: all })}\n`);
  else {
    for (const { file, place, severity, message } of all) {
      process.stdout.write(`${file}: ${place}: ${severity === 'warning' ? 'warning: ' : ''}${message}\n`);
    }
    if (all.length === 0) process.stdout.write(`No problem in ${String(checked.length)} flow(s).\n`);
  }
  return all.length === 0 ? 0 : 1;
}
