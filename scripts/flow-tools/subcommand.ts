import type { ExitCode, Invocation } from '../command-line/run-command';

/** One of the things that `npm run studio` can do with flow definitions. */
export interface Subcommand {
  readonly name: string;
  /** What it does, for the table that `--help` shows. */
  readonly summary: string;
  /** `argv` without the subcommand's own name. */
  readonly run: (invocation: Invocation) => Promise<ExitCode>;
}
