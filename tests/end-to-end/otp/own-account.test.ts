import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readSettings } from '../../../scripts/command-line/settings';
import { runToEnd } from '../run-command';
import { blocksOf } from './blocks';
import type { OtpStage } from './stage';
import { codeOf, startOtpStage } from './stage';

jest.setTimeout(180_000);

const GUIDE = readFileSync(path.resolve(__dirname, '../../../docs/otp/README.md'), 'utf8');
const PHONE = '+14155550100';

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'otp-account-'));
  file = path.join(folder, '.env');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What `npm run deploy` would deploy, on a local Twilio for as long as `act` takes. */
async function deployed<T>(act: (stage: OtpStage) => Promise<T>): Promise<T> {
  const stage = await startOtpStage(await readSettings({ file, isNamed: true, environment: {} }));
  try {
    return await act(stage);
  } finally {
    await stage.stop();
  }
}

/** A proof, for the holder of this key. */
async function prove(stage: OtpStage, apiKey: string): Promise<string> {
  const headers = { Authorization: `Bearer ${apiKey}` };
  const { body } = await stage.post('/otp/request', { phoneNumber: PHONE }, headers);
  const guess = { requestId: body['requestId'], code: codeOf(stage, PHONE) };
  const verified = await stage.post('/otp/verify', guess, headers);
  expect(verified.body).toMatchObject({ status: 'valid' });
  return String(verified.body['proof']);
}

describe('the way into an account of docs/otp/README.md', () => {
  test('ends in a service that takes the new key, and whose signing key can be replaced', async () => {
    const { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } = await import('jose');
    const [, block] = blocksOf(GUIDE).filter(({ language }) => language === 'sh');
    expect(block?.text.trim().split('\n')).toEqual([
      'npm run --silent otp -- new-secrets >> .env',
      'npm run otp -- new-key shop',
      'npm run deploy',
    ]);
    const secrets = await runToEnd('otp', ['new-secrets']);
    const printed = (await runToEnd('otp', ['new-key', 'shop'])).stdout;
    const [apiKey = '', entry = ''] = [/Bearer (\S+)"/, /(shop:[0-9a-f]{64})/].map(
      (pattern) => pattern.exec(printed)?.[1] ?? '',
    );
    const lines = `${secrets.stdout}OTP_API_KEYS=${entry}\nOTP_ALLOWED_COUNTRIES=US\n`;
    writeFileSync(file, lines);
    const before = await deployed((stage) => prove(stage, apiKey));

    // "Put both in place of the old lines, deploy."
    expect(GUIDE).toContain('`npm run --silent otp -- rotate-key`');
    const rotated = await runToEnd('otp', ['rotate-key', '--env', file]);
    expect(rotated).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('OTP_RETIRED_KEYS may go 300 s'),
    });
    writeFileSync(file, `${lines.replace(/^OTP_SIGNING_KEY=.*\n/m, '')}${rotated.stdout}`);
    const { after, keys } = await deployed(async (stage) => ({
      after: await prove(stage, apiKey),
      keys: (await stage.get('/otp/jwks')).body['keys'],
    }));
    const published = createLocalJWKSet({ keys: keys as { kty: string }[] });
    // The local Twilio has a clock of its own.
    const options = { currentDate: new Date(Number(decodeJwt(after).iat) * 1000) };
    for (const proof of [before, after]) {
      await expect(jwtVerify(proof, published, options)).resolves.toMatchObject({ payload: { azp: 'shop' } });
    }
    expect(decodeProtectedHeader(before).kid).not.toBe(decodeProtectedHeader(after).kid);
  });
});
