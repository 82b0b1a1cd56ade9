import { ConfigurationError, isWrongUsage } from './configuration-error';
import { errorFacts } from './error-facts';
import { explainError } from './explain-error';

/** What a command is given. */
export interface Invocation {
  /** The arguments after the command's own name. */
  readonly argv: readonly string[];
  /** Aborted by Ctrl-C, by a polite kill and when nobody reads the output any more: stop, clean up, return. */
  readonly signal: AbortSignal;
}

/** 0 done, 1 refused or problems found, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** Why a command is stopped when the program behind its pipe has ended, as `head` does: it has seen enough. */
const NOBODY_READS = Symbol('nobody reads');

/** A second Ctrl-C this long after the first ends the process at once; npm and the shell may both pass on one press. */
const IMPATIENT_MILLISECONDS = 500;

/**
 * Runs a command to its exit code. The one place that catches: a known trouble is a sentence on standard error, a bug
 * is one line; a stack is printed only when the environment variable DEBUG is set.
 */
export function runCommand(main: (invocation: Invocation) => Promise<ExitCode>): void {
  const stop = new AbortController();
  const forget = onSignals(stop);
  onClosedPipe(stop);
  main({ argv: process.argv.slice(2), signal: stop.signal })
    .catch((error: unknown): ExitCode => {
      if (isStopped(error) && stop.signal.reason === NOBODY_READS) return 0;
      process.stderr.write(`${explainError(error, process.env['DEBUG'] !== undefined)}\n`);
      return isWrongUsage(error) ? 2 : 1;
    })
    .then(
      (code) => {
        forget();
        process.exitCode = code;
      },
      () => process.exit(1),
    );
}

/**
 * Waits until `work` has ended and cleaned up, and throws the `stopped` trouble when the user wanted to stop meanwhile.
 * Nothing ends work from outside: what takes longer than a second or two looks at the signal itself (`throwIfStopped`).
 */
export async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const result = await work.catch((error: unknown) => {
    throwIfStopped(signal);
    throw error;
  });
  // Without a reader, what has been done to its end still decides over the exit code.
  if (signal.reason !== NOBODY_READS) throwIfStopped(signal);
  return result;
}

/** Throws the `stopped` trouble when the command is to stop: for work, between two steps. */
export function throwIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new ConfigurationError('stopped', 'Stopped.');
}

function isStopped(error: unknown): boolean {
  return error instanceof ConfigurationError && error.code === 'stopped';
}

/** Everything else that can be wrong with an output is left to the last resort. */
function onClosedPipe(stop: AbortController): void {
  const handler = (error: Error): void => {
    if (errorFacts(error).code !== 'EPIPE') throw error;
    stop.abort(NOBODY_READS);
  };
  process.stdout.on('error', handler);
  process.stderr.on('error', handler);
}

function onSignals(stop: AbortController): () => void {
  let firstAt = Infinity;
  const handler = (): void => {
    // How long a person waits is a fact of the real world: no virtual clock here.
    const now = performance.now();
    if (now - firstAt > IMPATIENT_MILLISECONDS) process.exit(1);
    firstAt = Math.min(firstAt, now);
    stop.abort();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of signals) process.on(name, handler);
  return () => {
    for (const name of signals) process.off(name, handler);
  };
}
