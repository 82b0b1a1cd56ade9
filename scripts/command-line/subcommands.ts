import type { ExitCode, Invocation } from './run-command';

/** One of the things that a command can do. */
export interface Subcommand {
  readonly name: string;
  /** What it does, for the table that `--help` shows. */
  readonly summary: string;
  /** `argv` without the subcommand's own name. */
  readonly run: (invocation: Invocation) => Promise<ExitCode>;
}

/** A command that does several things, one word each. */
export interface CommandTable {
  /** As npm knows it: `studio`. */
  readonly command: string;
  /** What stands after the word: `<flow.json> [options]`. */
  readonly usage: string;
  readonly about: string;
  readonly subcommands: readonly Subcommand[];
}

/** Does what the first argument says; the table is shown when it says nothing that is there (exit code 2), and by `--help`. */
export async function runSubcommand(table: CommandTable, { argv, signal }: Invocation): Promise<ExitCode> {
  const [name = '', ...rest] = argv;
  const subcommand = table.subcommands.find((candidate) => candidate.name === name);
  if (subcommand !== undefined) return subcommand.run({ argv: rest, signal });
  if (name === '--help' || name === '-h') {
    process.stdout.write(help(table));
    return 0;
  }
  const problem = name === '' ? 'Say what to do.' : `There is no "${name}" here.`;
  process.stderr.write(`${problem}\n\n${help(table)}`);
  return 2;
}

function help({ command, usage, about, subcommands }: CommandTable): string {
  const width = Math.max(...subcommands.map(({ name }) => name.length)) + 2;
  const lines = subcommands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`);
  return [
    `Usage: npm run ${command} -- <what> ${usage}`,
    '',
    about,
    '',
    ...lines,
    '',
    `npm run ${command} -- <what> --help says more.`,
    '',
  ].join('\n');
}
