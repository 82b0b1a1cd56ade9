import { ConfigurationError } from './configuration-error';
import { errorFacts } from './error-facts';
import type { ErrorFacts } from './error-facts';

/**
 * One sentence for whatever a command threw: known troubles with their mend, everything else as a bug. With
 * `showDetails` (the environment variable DEBUG) the stack follows.
 */
export function explainError(error: unknown, showDetails: boolean): string {
  const facts = errorFacts(error);
  const known = error instanceof ConfigurationError ? error.message : knownTrouble(facts);
  const sentence = known ?? bug(facts, showDetails);
  return showDetails && typeof facts.stack === 'string' ? `${sentence}\n${facts.stack}` : sentence;
}

function knownTrouble(facts: ErrorFacts): string | null {
  switch (facts.code) {
    case 'EADDRINUSE':
      return `Cannot listen on ${portOf(facts)}: another program uses it; choose another with ${optionOf(facts)}, or end that program.`;
    case 'EACCES':
      return facts.syscall === 'listen'
        ? `Cannot listen on ${portOf(facts)}: it is reserved for the system; choose one from 1024 up with ${optionOf(facts)}.`
        : diskTrouble(facts, 'the system does not allow it; mend its permissions');
    case 'EPERM':
      return diskTrouble(facts, 'the system does not allow it; mend its permissions');
    case 'EROFS':
      return diskTrouble(facts, 'its disk is read-only; work on a copy elsewhere');
    case 'ENOSPC':
      return diskTrouble(facts, 'the disk is full; make room');
    case 'NOT_BUILT':
      return `${facts.message}.`;
    case 'MODULE_NOT_FOUND':
    case 'ERR_MODULE_NOT_FOUND':
      return missingPackage(facts.message);
    default:
      return null;
  }
}

function portOf(facts: ErrorFacts): string {
  return typeof facts.port === 'number' ? `port ${String(facts.port)}` : 'that port';
}

function optionOf({ option }: ErrorFacts): string {
  return typeof option === 'string' ? option : '--port';
}

/** Node names the path where a file or folder is the trouble. */
function diskTrouble({ path }: ErrorFacts, reason: string): string | null {
  return typeof path === 'string' ? `Cannot use "${path}": ${reason}.` : null;
}

/** Only packages: a missing file of our own is a bug, and `npm ci` would not mend it. */
function missingPackage(message: string): string | null {
  const name = /Cannot find (?:module|package) '([^'./][^']*)'/.exec(message)?.[1];
  if (name === undefined) return null;
  return `Cannot find the package "${name}": run "npm ci" in the project's folder, then try again.`;
}

function bug({ message }: ErrorFacts, showDetails: boolean): string {
  const more = showDetails ? '' : ' Run it again with DEBUG=1 to see where.';
  return `This is a bug in the command: ${maskNumbers(message.split('\n')[0] ?? '')}.${more}`;
}

/** A vendor's message may quote a phone number or a code; people paste errors into tickets. */
function maskNumbers(text: string): string {
  return text.replace(/\d{4,}/g, (digits) => '…' + digits.slice(-2)).replace(/\.$/, '');
}
