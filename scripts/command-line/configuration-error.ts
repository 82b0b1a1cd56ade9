/** What can be wrong with the machine or the settings. Stable: scripts may branch on it. */
export type ConfigurationTrouble =
  | 'broken-env-file'
  | 'invalid-setting'
  | 'unreadable-file'
  | 'unwritable-file'
  | 'unreadable-script'
  | 'invalid-script'
  | 'broken-flow'
  | 'no-tests'
  | 'missing-credentials'
  | 'refused-credentials'
  | 'twilio-refused'
  | 'not-confirmed'
  | 'build-failed'
  | 'deployment-refused'
  | 'stopped';

/**
 * A trouble that the person at the keyboard can mend: the message is one sentence (one line each, where there are
 * several) that names it and says how. Never holds a secret.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly code: ConfigurationTrouble;

  constructor(code: ConfigurationTrouble, message: string) {
    super(message);
    this.code = code;
  }
}

const WRONG_USAGE: readonly ConfigurationTrouble[] = [
  'unreadable-file',
  'unreadable-script',
  'invalid-script',
  'no-tests',
  'not-confirmed',
];

/** Whether the trouble lies in how the command was called: then it exits with 2. */
export function isWrongUsage(error: unknown): boolean {
  if (!(error instanceof ConfigurationError)) return false;
  return WRONG_USAGE.includes(error.code);
}
