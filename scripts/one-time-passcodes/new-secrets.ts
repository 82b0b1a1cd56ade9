import { randomBytes } from 'node:crypto';

import { newCommand, parseArguments } from '../command-line/new-command';
import type { ExitCode, Invocation } from '../command-line/run-command';
import type { Subcommand } from '../command-line/subcommands';
import { newSigningKey } from './signing-key';

/** Secrets of the service, by the names of their settings. */
export type Secrets = Readonly<Record<'OTP_SECRET' | 'OTP_SIGNING_KEY' | 'OTP_WEBHOOK_SECRET', string>>;

/** Makes the secrets that the service needs. */
export const newSecretsCommand: Subcommand = {
  name: 'new-secrets',
  summary: 'makes the secrets of the service, as lines for .env',
  run: makeSecrets,
};

/** Makes secrets: two of 256 random bits, and a private JWK of the curve P-256 for proof tokens. */
export function newSecrets(): Secrets {
  return {
    OTP_SECRET: randomBytes(32).toString('base64url'),
    OTP_SIGNING_KEY: newSigningKey(),
    OTP_WEBHOOK_SECRET: randomBytes(32).toString('base64url'),
  };
}

async function makeSecrets({ argv }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'otp',
    'Makes the secrets of the service. Records that were made with another OTP_SECRET cannot be verified any more.',
  )
    .usage('new-secrets [options]')
    .option('--json', 'print them as one JSON object');
  const parsed = parseArguments<{ readonly json?: true }>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const secrets = newSecrets();
  const lines = Object.entries(secrets).map(([name, value]) => `${name}=${value}\n`);
  process.stdout.write(parsed.options.json === true ? `${JSON.stringify(secrets)}\n` : lines.join(''));
  return 0;
}
