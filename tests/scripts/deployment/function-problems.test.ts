import { createHash } from 'node:crypto';

import { functionProblems } from '../../../scripts/deployment/function-problems';
import { newSecrets } from '../../../scripts/one-time-passcodes/new-secrets';

const SECRET = 'a-secret-that-nobody-may-see';
const GOOD = {
  OTP_API_KEYS: `shop:${createHash('sha256').update('key').digest('hex')}`,
  OTP_ALLOWED_COUNTRIES: 'US,+3460',
  ...newSecrets(),
};

describe('functionProblems', () => {
  test('has nothing to say of settings that the functions take', () => {
    expect(functionProblems(GOOD)).toEqual([]);
  });

  test.each([
    ['OTP_API_KEYS', SECRET],
    ['OTP_SECRET', SECRET],
    ['OTP_SECRET', ''],
    ['OTP_ALLOWED_COUNTRIES', ''],
    ['OTP_ENGINE', SECRET],
    ['OTP_TTL_SECONDS', SECRET],
    ['OTP_SIGNING_KEY', SECRET],
    ['OTP_ORIGIN', `https://${SECRET}@example.com`],
    ['OTP_WEBHOOK_URL', `http://${SECRET}.example.com`],
    ['WEB_RETURN_ORIGINS', SECRET],
  ])('names a %s that they would refuse, without its value', (name, value) => {
    const problems = functionProblems({ ...GOOD, [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`: ${name} is not .+; mend it in \\.env`))]);
    expect(problems.join()).not.toContain(SECRET);
  });

  test.each(['OTP_SIGNING_KEY', 'OTP_PROOF_SECONDS', 'OTP_ORIGIN'])(
    'names a %s that the IVR would refuse by itself',
    (name) => {
      const { OTP_SIGNING_KEY } = GOOD;
      expect(functionProblems({ OTP_SIGNING_KEY })).toEqual([]);
      const problems = functionProblems({ OTP_SIGNING_KEY, [name]: SECRET });
      expect(problems).toEqual([expect.stringContaining(name)]);
      expect(problems.join()).not.toContain(SECRET);
    },
  );

  test('judges no service that is not switched on', () => {
    expect(functionProblems({ OTP_ENGINE: 'fax', WEB_ACCENT: 'no colour' })).toEqual([]);
  });
});
