import { ConfigurationError, isWrongUsage } from './configuration-error';
import { errorFacts } from './error-facts';
import { explainError } from './explain-error';
import { codeOfError, jsonErrorLine, wantsJson } from './json-error';

/** What a command is given. */
export interface Invocation {
  /** The arguments after the command's own name. */
  readonly argv: readonly string[];
  /** Aborted by Ctrl-C, by a polite kill and when nobody reads the output any more: stop, clean up, return. */
  readonly signal: AbortSignal;
}

/** 0 done, 1 refused or problems found, 2 wrong usage, 3 nothing is wrong and there is something to do (`npm run plan` alone). */
export type ExitCode = 0 | 1 | 2 | 3;

/** Why a command is stopped when the program behind its pipe has ended, as `head` does: it has seen enough. */
const NOBODY_READS = Symbol('nobody reads');

/** How long work may take to end after it was told to stop: more than the local Twilio takes to end. */
const GRACE_MILLISECONDS = 2000;

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
      const sentence = explainError(error, process.env['DEBUG'] !== undefined);
      process.stderr.write(`${sentence}\n`);
      if (wantsJson(process.argv)) {
        const message = explainError(error, false);
        process.stdout.write(jsonErrorLine(codeOfError(error), message));
      }
      return isWrongUsage(error) ? 2 : 1;
    })
    .then(
      (code) => {
        forget();
        process.exitCode = code;
        // Work that was given up may still wait for somebody.
        if (stop.signal.aborted) process.exit();
      },
      () => process.exit(1),
    );
}

/**
 * Waits until `work` has ended and cleaned up, and throws the `stopped` trouble when the user wanted to stop meanwhile.
 * Work looks at the signal between its steps (`throwIfStopped`); what has not ended after the grace, such as a request
 * over a slow network, is given up, and ends with the process.
 */
export async function unlessStopped<T>(
  work: Promise<T>,
  signal: AbortSignal,
  graceMilliseconds = GRACE_MILLISECONDS,
): Promise<T> {
  const grace = graceAfterStop(signal, graceMilliseconds);
  try {
    const result = await Promise.race([work, grace.over]);
    // Without a reader, what has been done to its end still decides over the exit code.
    if (signal.reason !== NOBODY_READS) throwIfStopped(signal);
    return result;
  } catch (error) {
    throwIfStopped(signal);
    throw error;
  } finally {
    grace.forget();
  }
}

/** Throws the `stopped` trouble when the command is to stop: for work, between two steps. */
export function throwIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new ConfigurationError('stopped', 'Stopped.');
}

/** `over` is rejected when the command was to stop that long ago. */
function graceAfterStop(
  signal: AbortSignal,
  milliseconds: number,
): { over: Promise<never>; forget: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let begin = (): void => undefined;
  const over = new Promise<never>((_resolve, reject) => {
    begin = () => {
      timer = setTimeout(() => {
        reject(new ConfigurationError('stopped', 'Stopped.'));
      }, milliseconds);
    };
    if (signal.aborted) begin();
    signal.addEventListener('abort', begin, { once: true });
  });
  const forget = (): void => {
    clearTimeout(timer);
    signal.removeEventListener('abort', begin);
  };
  return { over, forget };
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
