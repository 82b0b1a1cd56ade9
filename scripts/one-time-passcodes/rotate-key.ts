import { readProofSettings } from '../../functions/lib/otp/proof-settings.private';
import type { ProofSettings } from '../../functions/lib/otp/proof-settings.private';
import { publishedKeys } from '../../functions/lib/otp/published-keys.private';
import { ConfigurationError as BrokenVariables } from '../../functions/lib/settings.private';
import { ConfigurationError } from '../command-line/configuration-error';
import { checked, newCommand, parseArguments } from '../command-line/new-command';
import { projectSettings, withEnvOption } from '../command-line/project-settings';
import type { ExitCode, Invocation } from '../command-line/run-command';
import type { Settings } from '../command-line/settings';
import type { Subcommand } from '../command-line/subcommands';
import { newSigningKey, toBase64url } from './signing-key';

/** The two settings that change when the signing key does. */
export type RotatedKeys = Readonly<Record<'OTP_SIGNING_KEY' | 'OTP_RETIRED_KEYS', string>>;

interface Options {
  readonly env?: string;
  readonly keep: number;
  readonly json?: true;
}

/** Replaces the key that signs proofs, and keeps the old one published. */
export const rotateKeyCommand: Subcommand = {
  name: 'rotate-key',
  summary: 'makes a new signing key and retires the old one, as lines for .env',
  run: rotate,
};

/** A variable has room for 450 characters, which are two public keys. https://www.twilio.com/docs/serverless/api/resource/variable */
const MOST_RETIRED = 2;

/** A fresh key, and the public half of the old one before those that were retired already, the newest `keep` of them. */
export function rotateKey({ key, retired }: ProofSettings, keep: number): RotatedKeys {
  const published = [key, ...retired].slice(0, keep).map(({ kty, crv, x, y }) => ({ kty, crv, x, y }));
  return { OTP_SIGNING_KEY: newSigningKey(), OTP_RETIRED_KEYS: toBase64url(published) };
}

async function rotate({ argv }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'otp',
    'Makes a new key for proofs, and retires the one in your settings: proofs of the old key are good until they expire. Prints the two lines that replace those in .env; changes nothing itself.',
  )
    .usage('rotate-key [options]')
    .option(
      '--keep <count>',
      'retired keys to publish, newest first: 1 or 2',
      checked(readKeep),
      MOST_RETIRED,
    )
    .option('--json', 'print them as one JSON object');
  const parsed = parseArguments<Options>(withEnvOption(command), argv);
  if (parsed.kind === 'exit') return parsed.code;
  const { env, keep, json } = parsed.options;
  const now = currentKeys(await projectSettings(env));
  const next = rotateKey(now, keep);
  const lines = Object.entries(next).map(([name, value]) => `${name}=${value}\n`);
  process.stdout.write(json === true ? `${JSON.stringify(next)}\n` : lines.join(''));
  process.stderr.write(advice(now, next));
  return 0;
}

function readKeep(text: string): number | { readonly complaint: string } {
  return /^[12]$/.test(text) ? Number(text) : { complaint: 'It must be 1 or 2.' };
}

function currentKeys(settings: Settings): ProofSettings {
  const current = readKeys(settings);
  if (current !== undefined) return current;
  throw new ConfigurationError(
    'invalid-setting',
    'Cannot replace OTP_SIGNING_KEY: there is none; "npm run otp -- new-secrets" makes the first.',
  );
}

function readKeys(settings: Settings): ProofSettings | undefined {
  try {
    return readProofSettings(settings);
  } catch (error) {
    if (!(error instanceof BrokenVariables)) throw error;
    throw new ConfigurationError(
      'invalid-setting',
      `Cannot read the keys to replace: ${error.message} Mend it in .env.`,
    );
  }
}

/** On standard error, so that standard output is settings alone. */
function advice(now: ProofSettings, next: RotatedKeys): string {
  const [fresh] = publishedKeys(readProofSettings(next));
  const [old] = publishedKeys(now);
  return [
    `Put these two in place of the old lines of .env, and deploy: "${fresh?.kid ?? ''}" signs then, and "${old?.kid ?? ''}" stays published.`,
    `OTP_RETIRED_KEYS may go ${now.seconds} s after the deployment (OTP_PROOF_SECONDS): no proof of the old key is valid any more.`,
    '',
  ].join('\n');
}
