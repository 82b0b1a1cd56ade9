import { createInterface } from 'node:readline/promises';

import { ConfigurationError } from './configuration-error';

/**
 * Asks a person yes or no on standard error; the answer is true for a yes. Throws `not-confirmed` when nobody is there to
 * ask: a program says `--yes`.
 */
export async function confirm(question: string, signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new ConfigurationError(
      'not-confirmed',
      'Nobody is there to confirm: add --yes to do it without being asked.',
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`${question} [y/N] `, { signal });
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  } finally {
    terminal.close();
  }
}
