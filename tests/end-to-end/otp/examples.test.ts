import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { readOtpSettings } from '../../../functions/lib/otp/otp-settings.private';
import { parseEnvFile } from '../../../scripts/command-line/env-file';
import { functionProblems } from '../../../scripts/deployment/function-problems';
import { newKey } from '../../../scripts/one-time-passcodes/new-key';
import { newSecrets } from '../../../scripts/one-time-passcodes/new-secrets';
import { blocksOf, readCurl } from './blocks';
import type { Answer, OtpStage } from './stage';
import { codeOf, readConfiguration, startOtpStage } from './stage';

jest.setTimeout(180_000);

const FOLDER = path.resolve(__dirname, '../../../docs/otp');
const GUIDE = readFileSync(path.join(FOLDER, 'README.md'), 'utf8');
const PHONE = '+14155550100';

describe('docs/otp', () => {
  test('has no example but those that a test runs', () => {
    const files = readdirSync(FOLDER);
    const blocks = files.flatMap((file) =>
      file.endsWith('.md')
        ? blocksOf(readFileSync(path.join(FOLDER, file), 'utf8')).map(
            ({ language }) => `${file}: ${language}`,
          )
        : [file],
    );
    expect(blocks.sort()).toEqual([
      'README.md: js', // operation.test.ts
      'README.md: js', // operation.test.ts
      'README.md: sh', // operation.test.ts, with curl; below, as requests
      'README.md: sh', // own-account.test.ts
      'by-reply.md: ts', // by-reply-example.test.ts
      'human-interaction.env', // below, human-interaction.test.ts
      'two-endpoints.env', // below, two-endpoints.test.ts
    ]);
  });
});

describe('the session of docs/otp/README.md', () => {
  let stage: OtpStage;
  beforeAll(async () => {
    stage = await startOtpStage(readConfiguration('two-endpoints.env'));
  });
  afterAll(() => stage.stop());

  /** Makes the request of one line as a client without a shell would. */
  async function ask(line: string, variables: Readonly<Record<string, string>>): Promise<string> {
    const { url, headers, body } = readCurl(line, variables);
    const request = body === undefined ? { headers } : { method: 'POST', headers, body };
    return stage.inTime(fetch(url, request).then((response) => response.text()));
  }

  test('is three requests that lead to a proof', async () => {
    const [session] = blocksOf(GUIDE).filter(({ language }) => language === 'sh');
    const [start = '', inbox = '', verify = '', ...more] = (session?.text ?? '')
      .split('\n')
      .filter((line) => line.includes('curl '));
    expect(more).toEqual([]);
    const known = { URL: stage.url, KEY: stage.apiKey, JSON: 'Content-Type: application/json' };
    const started = await ask(start, known);
    const ID = /otp_[A-Za-z0-9_-]*/.exec(started)?.[0] ?? '';
    const CODE = /code is:? (\d+)/.exec(await ask(inbox, known))?.[1] ?? '';
    expect(JSON.parse(started)).toMatchObject({ requestId: ID, status: 'pending' });
    const verified: unknown = JSON.parse(await ask(verify, { ...known, ID, CODE }));
    expect(verified).toMatchObject({ status: 'valid', purpose: 'login', proof: expect.any(String) });
  });
});

describe('README.md', () => {
  let stage: OtpStage;
  beforeAll(async () => {
    stage = await startOtpStage({});
  });
  afterAll(() => stage.stop());

  test('shows two requests that lead to a proof, without a setting', async () => {
    const readme = readFileSync(path.resolve(FOLDER, '../../README.md'), 'utf8');
    const [start = '', verify = '', ...more] = readme.split('\n').filter((line) => line.startsWith('curl '));
    expect(more).toEqual([]);
    const send = async (line: string): Promise<Answer> => {
      const { url, headers, body } = readCurl(line, { URL: stage.url, KEY: stage.apiKey });
      return stage.post(url, body, headers);
    };
    const { body } = await send(start);
    const filled = verify
      .replace('otp_…', String(body['requestId']))
      .replace('"…"', `"${codeOf(stage, PHONE)}"`);
    expect((await send(filled)).body).toMatchObject({ status: 'valid', proof: expect.any(String) });
  });
});

describe('configuration', () => {
  const YOURS = {
    OTP_API_KEYS: newKey('shop').entry,
    OTP_SECRET: newSecrets().OTP_SECRET,
    SYNC_SERVICE_SID: 'default',
  };

  test.each([
    ['two-endpoints.env', { engine: 'message', codeLength: 6, ttlSeconds: 300, maxAttempts: 3, maxSends: 5 }],
    [
      'human-interaction.env',
      { engine: 'message', codeLength: 6, ttlSeconds: 90, maxAttempts: 4, maxSends: 2 },
    ],
  ])('%s says what the design has', (name, design) => {
    const variables = { ...readConfiguration(name), ...YOURS };
    expect(readOtpSettings(variables)).toMatchObject(design);
    expect(functionProblems(variables)).toEqual([]);
  });

  test.each(['two-endpoints.env', 'human-interaction.env'])('%s leaves blank what is yours', (name) => {
    const parsed = parseEnvFile(readFileSync(path.join(FOLDER, name), 'utf8'));
    const variables = parsed.kind === 'variables' ? parsed.variables : {};
    const blank = Object.keys(variables).filter((each) => variables[each] === '');
    expect(blank).toEqual(['OTP_API_KEYS', 'OTP_SECRET']);
  });
});
