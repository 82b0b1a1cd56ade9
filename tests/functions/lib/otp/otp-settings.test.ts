import { readFileSync } from 'node:fs';
import path from 'node:path';

import { readOtpSettings } from '../../../../functions/lib/otp/otp-settings.private';
import { PROBLEMS } from '../../../../functions/lib/otp/problems.private';
import { OTP_SETTINGS } from '../../../../functions/lib/otp/setting-table.private';
import { otpVariables } from '../../fakes/otp-world';

const README = readFileSync(path.resolve(__dirname, '../../../../functions/otp/README.md'), 'utf8');

describe('readOtpSettings', () => {
  test('has the documented defaults', () => {
    expect(readOtpSettings(otpVariables({ OTP_ENGINE: '' }))).toMatchObject({
      engine: 'verify',
      codeLength: 6,
      ttlSeconds: 300,
      maxAttempts: 3,
      maxSends: 5,
      resendSeconds: [30, 40, 60, 90, 120],
      recordDays: 30,
      limits: { perNumber: 10, failureBudget: 30, perDay: 1000, perKey: 1000 },
    });
  });

  test.each(['OTP_API_KEYS', 'OTP_SECRET', 'SYNC_SERVICE_SID', 'OTP_ALLOWED_COUNTRIES', 'OTP_FROM'])(
    'names %s when it is missing',
    (name) => {
      expect(() => readOtpSettings(otpVariables({ [name]: ' ' }))).toThrow(`${name} is not set`);
    },
  );

  const malformed = [
    ['OTP_ENGINE', 'other'],
    ['OTP_API_KEYS', 'shop:1234'],
    ['OTP_SECRET', 'dG9vIHNob3J0'],
    ['SYNC_SERVICE_SID', 'VA1'],
    ['OTP_ALLOWED_COUNTRIES', 'USA'],
    ['OTP_LIMIT_PER_COUNTRY', 'GB:50'],
    ['OTP_RESEND_SECONDS', 'soon'],
    ['OTP_MESSAGE', 'no code in it'],
    ['OTP_MESSAGE', '{code} is your code: {code}'],
    ['OTP_FROM', 'somebody'],
    ['OTP_WHATSAPP_FROM', 'somebody'],
    ['OTP_WHATSAPP_CONTENT_SID', 'HX1'],
    ['OTP_SIGNING_KEY', 'e30'],
    ['OTP_WEBHOOK_URL', 'http://app.example.com/'],
    ...Object.entries(OTP_SETTINGS).flatMap(([name, setting]) => {
      if (!('range' in setting)) return [];
      const [least, most] = setting.range;
      return [least - 1, most + 1, 1.5, 'x'].map((value) => [name, String(value)]);
    }),
    // Read with a signing key only.
  ].filter(([name]) => name !== 'OTP_PROOF_SECONDS');

  test.each(malformed)('names %s when it is %j, without the value', (name = '', value = '') => {
    expect(() => readOtpSettings(otpVariables({ [name]: value }))).toThrow(name);
  });

  test.each([
    ['OTP_TTL_SECONDS', '601'],
    ['OTP_MAX_ATTEMPTS', '6'],
    ['OTP_MAX_SENDS', '6'],
  ])('keeps %s within what Verify allows', (name, value) => {
    expect(() => readOtpSettings(otpVariables({ OTP_ENGINE: 'verify', [name]: value }))).toThrow(name);
    expect(readOtpSettings(otpVariables({ [name]: value }))).toBeDefined();
  });
});

describe('the tables in functions/otp/README.md', () => {
  const tables = ['setting-table', 'proof-setting-table'].map((name) =>
    readFileSync(path.resolve(__dirname, `../../../../functions/lib/otp/${name}.private.ts`), 'utf8'),
  );
  const comments = [...tables.join('').matchAll(/^ {2}\/\*\* (.*)\. \*\/\n {2}(\w+): /gm)].map(
    ([, text = '', name = '']) => [name, text] as const,
  );

  test('say of every setting what the code says', () => {
    expect(comments.map(([name]) => name).sort()).toEqual(Object.keys(OTP_SETTINGS).sort());
    const differing = comments.filter(([name, text]) => {
      const row = README.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
      return !row.toLowerCase().includes(`| ${text.toLowerCase()} `);
    });
    expect(differing).toEqual([]);
  });

  test('have every range', () => {
    const missing = Object.entries(OTP_SETTINGS).filter(([name, setting]) => {
      if (!('range' in setting)) return false;
      const row = README.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
      return !row.includes(`(${setting.range.join('–')})`);
    });
    expect(missing).toEqual([]);
  });

  test('have every setting with its default', () => {
    const rows = Object.entries(OTP_SETTINGS).map(([name, { fallback }]) => [name, fallback] as const);
    const missing = rows.filter(([name, fallback]) => {
      const row = README.split('\n').find((line) => line.startsWith(`| \`${name}\``));
      return row === undefined || (fallback !== null && !row.includes(fallback));
    });
    expect(missing).toEqual([]);
  });

  test('have every problem with its HTTP status', () => {
    const missing = Object.entries(PROBLEMS).filter(
      ([code, { status }]) => !new RegExp(`^\\| \`${code}\` +\\| ${status} `, 'm').test(README),
    );
    expect(missing).toEqual([]);
  });
});
