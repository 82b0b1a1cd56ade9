import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readProofSettings } from '../../../functions/lib/otp/proof-settings.private';
import type { ProofSettings } from '../../../functions/lib/otp/proof-settings.private';
import { publishedKeys } from '../../../functions/lib/otp/published-keys.private';
import { createSigner } from '../../../functions/lib/otp/sign-proof.private';
import { parseEnvFile } from '../../../scripts/command-line/env-file';
import { rotateKey, rotateKeyCommand } from '../../../scripts/one-time-passcodes/rotate-key';
import { newSigningKey } from '../../../scripts/one-time-passcodes/signing-key';
import { runQuietly } from './run-quietly';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rotate-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function settingsOf(variables: Readonly<Record<string, string>>): ProofSettings {
  const settings = readProofSettings(variables);
  if (settings === undefined) throw new Error('There is no signing key');
  return settings;
}

const kidsOf = (settings: ProofSettings): string[] => publishedKeys(settings).map(({ kid }) => kid);

function envFile(text: string): readonly string[] {
  const file = path.join(folder, '.env');
  writeFileSync(file, text);
  return ['--env', file];
}

describe('rotateKey', () => {
  test('keeps a proof of the old key good, and signs with another', async () => {
    const { createLocalJWKSet, decodeProtectedHeader, jwtVerify } = await import('jose');
    const old = settingsOf({ OTP_SIGNING_KEY: newSigningKey() });
    const next = settingsOf(rotateKey(old, 2));
    const keys = createLocalJWKSet({ keys: publishedKeys(next).map((key) => ({ ...key })) });
    const proven = {
      jti: 'otp_x',
      e164: '+14155550100',
      purpose: 'login',
      audience: 'shop',
      issuer: 'https://x',
    };
    const proofs = await Promise.all(
      [old, next].map(async (settings) => (await createSigner(settings))({ ...proven, now: Date.now() })),
    );
    for (const { proof } of proofs) await expect(jwtVerify(proof, keys)).resolves.toBeDefined();
    const kids = proofs.map(({ proof }) => decodeProtectedHeader(proof).kid);
    expect(kids).toEqual([...kidsOf(next)].reverse());
  });

  test('publishes no secret, and the newest keys only', () => {
    const first = settingsOf({ OTP_SIGNING_KEY: newSigningKey() });
    const second = settingsOf(rotateKey(first, 2));
    const third = settingsOf(rotateKey(second, 2));
    const rotated = rotateKey(third, 2);
    const fourth = settingsOf(rotated);
    expect(kidsOf(fourth).slice(1)).toEqual([...kidsOf(third).slice(0, 1), ...kidsOf(second).slice(0, 1)]);
    expect(Buffer.from(rotated.OTP_RETIRED_KEYS, 'base64url').toString()).not.toContain('"d"');
    // A variable of Twilio's has no room for more.
    expect(rotated.OTP_RETIRED_KEYS.length).toBeLessThanOrEqual(450);
    expect(kidsOf(settingsOf(rotateKey(third, 1)))).toHaveLength(2);
  });
});

describe('npm run otp -- rotate-key', () => {
  test('prints two lines for .env that retire the key in use', async () => {
    const OTP_SIGNING_KEY = newSigningKey();
    const { code, stdout } = await runQuietly(
      rotateKeyCommand,
      envFile(`OTP_SIGNING_KEY=${OTP_SIGNING_KEY}\n`),
    );
    const file = parseEnvFile(stdout);
    const variables = file.kind === 'variables' ? file.variables : {};
    expect([code, Object.keys(variables)]).toEqual([0, ['OTP_SIGNING_KEY', 'OTP_RETIRED_KEYS']]);
    const kids = kidsOf(settingsOf(variables));
    expect(kids).toEqual([expect.any(String), ...kidsOf(settingsOf({ OTP_SIGNING_KEY }))]);
    expect(kids[0]).not.toBe(kids[1]);
  });

  test('prints one JSON object with --json', async () => {
    const argv = envFile(`OTP_SIGNING_KEY=${newSigningKey()}\n`);
    const { stdout } = await runQuietly(rotateKeyCommand, [...argv, '--json', '--keep', '1']);
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual(['OTP_SIGNING_KEY', 'OTP_RETIRED_KEYS']);
  });

  test.each([
    ['', 'there is none; "npm run otp -- new-secrets"'],
    ['OTP_SIGNING_KEY=e30', 'OTP_SIGNING_KEY is not base64url of a private JWK'],
    [`OTP_SIGNING_KEY=${newSigningKey()}\nOTP_RETIRED_KEYS=e30`, 'OTP_RETIRED_KEYS is not'],
  ])('refuses settings without a good key: case %#', async (text, sentence) => {
    const argv = envFile(text);
    await expect(runQuietly(rotateKeyCommand, argv)).rejects.toMatchObject({
      code: 'invalid-setting',
      message: expect.stringContaining(sentence),
    });
  });

  test.each([[['--keep', '0']], [['--keep', '3']], [['more']]])('refuses %j with 2', async (argv) => {
    expect(await runQuietly(rotateKeyCommand, argv)).toMatchObject({ code: 2, stdout: '' });
  });

  test('explains itself', async () => {
    const { code, stdout } = await runQuietly(rotateKeyCommand, ['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/rotate-key \[options\][^]*--keep <count>[^]*--env <file>/);
  });
});
