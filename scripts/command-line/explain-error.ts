import { ConfigurationError } from './configuration-error';

/**
 * One sentence for whatever a command threw: known troubles with their mend, everything else as a bug. With
 * `showDetails` (the environment variable DEBUG) the stack follows.
 */
export function explainError(error: unknown, showDetails: boolean): string {
  const sentence = knownTrouble(error) ?? bug(error, showDetails);
  return showDetails && error instanceof Error ? `${sentence}\n${String(error.stack)}` : sentence;
}

function knownTrouble(error: unknown): string | null {
  if (error instanceof ConfigurationError) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return null;
  switch (error.code) {
    case 'EADDRINUSE':
      return `Cannot listen on port ${portOf(error)}: another program uses it; choose another with --port, or end that program.`;
    case 'EACCES':
      return 'syscall' in error && error.syscall === 'listen'
        ? `Cannot listen on port ${portOf(error)}: it is reserved for the system; choose one from 1024 up with --port.`
        : null;
    case 'MODULE_NOT_FOUND':
    case 'ERR_MODULE_NOT_FOUND':
      return missingPackage(error.message);
    default:
      return null;
  }
}

function portOf(error: Error): string {
  return 'port' in error && typeof error.port === 'number' ? String(error.port) : 'of your choice';
}

/** Only packages: a missing file of our own is a bug, and `npm ci` would not mend it. */
function missingPackage(message: string): string | null {
  const name = /Cannot find (?:module|package) '([^'./][^']*)'/.exec(message)?.[1];
  if (name === undefined) return null;
  return `Cannot find the package "${name}": run "npm ci" in the project's folder, then try again.`;
}

function bug(error: unknown, showDetails: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  const more = showDetails ? '' : ' Run it again with DEBUG=1 to see where.';
  return `This is a bug in the command: ${maskNumbers(message.split('\n')[0] ?? '')}.${more}`;
}

/** A vendor's message may quote a phone number or a code; people paste errors into tickets. */
function maskNumbers(text: string): string {
  return text.replace(/\d{4,}/g, (digits) => '…' + digits.slice(-2)).replace(/\.$/, '');
}
