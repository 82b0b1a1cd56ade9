import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { parseEnvFile } from '../../../scripts/command-line/env-file';
import { FUNCTION_SETTINGS } from '../../../scripts/command-line/function-settings';
import { SETTINGS, readSettings } from '../../../scripts/command-line/settings';

/** Settings of the functions alone that switch a service on; the others stand in their tables. */
const SWITCHES = ['OTP_API_KEYS', 'OTP_SECRET', 'OTP_ALLOWED_COUNTRIES', 'WEB_RETURN_ORIGINS'];

describe('readSettings', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'settings-'));
  const file = path.join(directory, '.env');
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });
  const read = (text: string, environment: Record<string, string> = {}) => {
    writeFileSync(file, text);
    return readSettings({ file, isNamed: false, environment });
  };

  test('reads known variables and leaves out blank ones', async () => {
    const settings = await read('VERIFY_RATE_LIMIT=calls\nLOOKUP_LINE_TYPE=\nOTHER=1');
    expect(settings).toEqual({ VERIFY_RATE_LIMIT: 'calls' });
  });

  test('prefers the environment to the file', async () => {
    const settings = await read('LOOKUP_LINE_TYPE=true', { LOOKUP_LINE_TYPE: 'false' });
    expect(settings).toEqual({ LOOKUP_LINE_TYPE: 'false' });
  });

  test('looks at no variable but those it is asked for', async () => {
    writeFileSync(file, 'ACCOUNT_SID=foo\nLOOKUP_LINE_TYPE=true');
    const sources = { file, isNamed: false, environment: { AUTH_TOKEN: 'bar' }, only: ['LOOKUP_LINE_TYPE'] };
    expect(await readSettings(sources)).toEqual({ LOOKUP_LINE_TYPE: 'true' });
  });

  test('names broken lines by number', async () => {
    await expect(read('VERIFY_RATE_LIMIT=calls\nwhat is this')).rejects.toMatchObject({
      code: 'broken-env-file',
      message: expect.stringMatching(/^Cannot read \.env: line 2 is no assignment/),
    });
  });

  test.each(SETTINGS.map((setting) => setting.name))(
    'refuses a malformed %s without showing it',
    async (name) => {
      const error: unknown = await read(`${name}=${'h?nter2'.repeat(5)}`).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'invalid-setting', message: expect.stringContaining(name) });
      expect(String(error)).not.toContain('h?nter2');
    },
  );

  test('needs the file only when the user named it', async () => {
    const missing = path.join(directory, 'none');
    expect(await readSettings({ file: missing, isNamed: false, environment: {} })).toEqual({});
    await expect(readSettings({ file: missing, isNamed: true, environment: {} })).rejects.toMatchObject({
      code: 'unreadable-file',
    });
  });

  test('names in .env.example what the scripts read', () => {
    const example = parseEnvFile(readFileSync('.env.example', 'utf8'));
    expect(example).toEqual({
      kind: 'variables',
      variables: Object.fromEntries(
        [...SETTINGS.map(({ name }) => name), ...SWITCHES].map((name) => [name, '']),
      ),
    });
  });

  test.each(FUNCTION_SETTINGS)('takes %s as it is, up to what Twilio takes', async (name) => {
    const value = 'It may be "anything", {code} too.';
    expect(await read(`${name}=${value}`)).toEqual({ [name]: value });
    await expect(read(`${name}=${'x'.repeat(451)}`)).rejects.toMatchObject({ code: 'invalid-setting' });
  });
});
