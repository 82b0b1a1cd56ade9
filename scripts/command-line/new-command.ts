import { Command, CommanderError, InvalidArgumentError } from 'commander';

import { jsonErrorLine, wantsJson } from './json-error';
import type { ExitCode } from './run-command';

/** A commander command that throws instead of ending the process, and says how to get help. */
export function newCommand(npmName: string, description: string): Command {
  return new Command(`npm run ${npmName} --`)
    .usage('[options]')
    .description(description)
    .helpOption('-h, --help', 'show this help')
    .showHelpAfterError(`(npm run ${npmName} -- --help says more)`)
    .allowExcessArguments(false)
    .exitOverride();
}

/** The options of a command, or the code to exit with: 0 after `--help`, 2 for wrong usage (already explained). */
export type Parsed<Options> =
  | { readonly kind: 'options'; readonly options: Options }
  | { readonly kind: 'exit'; readonly code: ExitCode };

/** Parses arguments; `Options` is what the command's option table gives. */
export function parseArguments<Options extends object>(
  command: Command,
  argv: readonly string[],
): Parsed<Options> {
  try {
    command.parse(argv, { from: 'user' });
    return { kind: 'options', options: command.opts<Options>() };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'exit', code: 0 };
    if (wantsJson(argv)) process.stdout.write(jsonErrorLine('wrong-usage', error.message));
    return { kind: 'exit', code: 2 };
  }
}

/** Makes an option parser of a function that answers a complaint. */
export function checked<T>(read: (text: string) => T | { readonly complaint: string }): (text: string) => T {
  return (text) => {
    const value = read(text);
    if (typeof value === 'object' && value !== null && 'complaint' in value) {
      throw new InvalidArgumentError(value.complaint);
    }
    return value;
  };
}
