import { explainError } from './explain-error';
import { ConfigurationError, isWrongUsage } from './configuration-error';

/** What a command is given. */
export interface Invocation {
  /** The arguments after the command's own name. */
  readonly argv: readonly string[];
  /** Aborted by Ctrl-C and by a polite kill: stop, clean up, return. */
  readonly signal: AbortSignal;
}

/** 0 done, 1 refused or problems found, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** A second Ctrl-C this long after the first ends the process at once; npm and the shell may both pass on one press. */
const IMPATIENT_MILLISECONDS = 500;

/**
 * Runs a command to its exit code. The one place that catches: a known trouble is a sentence on standard error, a bug
 * is one line; a stack is printed only when the environment variable DEBUG is set.
 */
export function runCommand(main: (invocation: Invocation) => Promise<ExitCode>): void {
  const stop = new AbortController();
  const forget = onSignals(stop);
  main({ argv: process.argv.slice(2), signal: stop.signal })
    .catch((error: unknown): ExitCode => {
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

/** Waits for `work`, but no longer than until the user wants to stop: then throws the `stopped` trouble. */
export async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort = (): void => undefined;
  const stopped = new Promise<never>((_resolve, reject) => {
    onAbort = () => {
      reject(new ConfigurationError('stopped', 'Stopped.'));
    };
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
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
