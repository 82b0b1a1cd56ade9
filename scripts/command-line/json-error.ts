import { ConfigurationError } from './configuration-error';

/** An error as commands print it on standard output with `--json`, for programs: one line. The same sentence is on standard error. */
export interface JsonError {
  readonly status: 'error';
  /** A `ConfigurationTrouble`, `wrong-usage`, or `bug`. Stable. */
  readonly code: string;
  readonly message: string;
}

/** Whether a command was asked for JSON, however the rest of its arguments may be. */
export function wantsJson(argv: readonly string[]): boolean {
  return argv.includes('--json');
}

/** The line for an error that was explained as `message`. */
export function jsonErrorLine(code: string, message: string): string {
  const line: JsonError = { status: 'error', code, message };
  return `${JSON.stringify(line)}\n`;
}

/** The stable code of whatever a command threw. */
export function codeOfError(error: unknown): string {
  return error instanceof ConfigurationError ? error.code : 'bug';
}
