import { createHash, randomBytes } from 'node:crypto';

import { checked, newCommand, parseArguments } from '../command-line/new-command';
import type { ExitCode, Invocation } from '../command-line/run-command';
import type { Subcommand } from '../command-line/subcommands';

/** An API key, and what is configured of it. */
export interface NewKey {
  /** Secret; for the application. */
  readonly key: string;
  /** `name:sha256hex`, for `OTP_API_KEYS`. */
  readonly entry: string;
}

/** Makes an API key for an application. */
export const newKeyCommand: Subcommand = {
  name: 'new-key',
  summary: 'makes an API key for an application',
  run: makeKey,
};

const NAME = /^[\w.-]{1,64}$/;

/** Makes a key of 256 random bits, so that its plain SHA-256 cannot be turned back. */
export function newKey(name: string): NewKey {
  const key = `otpk_${randomBytes(32).toString('base64url')}`;
  return { key, entry: `${name}:${createHash('sha256').update(key).digest('hex')}` };
}

async function makeKey({ argv }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'otp',
    'Makes an API key. It is shown once, here: only its digest is configured.',
  )
    .usage('new-key <name> [options]')
    .argument('<name>', 'who gets it; the log has it', checked(readName))
    .option('--json', 'print it as one JSON object');
  const parsed = parseArguments<{ readonly json?: true }>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const [name = ''] = command.args;
  const made = newKey(name);
  if (parsed.options.json === true) process.stdout.write(`${JSON.stringify(made)}\n`);
  else process.stdout.write(lines(made));
  return 0;
}

function readName(text: string): string | { readonly complaint: string } {
  return NAME.test(text) ? text : { complaint: 'It must be 1 to 64 letters, digits, "_", "-" or ".".' };
}

function lines({ key, entry }: NewKey): string {
  return [
    `For the application, as "Authorization: Bearer ${key}"`,
    `For OTP_API_KEYS in .env (a list with commas; then npm run deploy): ${entry}`,
    '',
  ].join('\n');
}
