import { redactPasscode } from '../../../../scripts/emulator/simulate/inbound-passcodes';

const REDACTED = [
  ['Your Acme code is 123456', 'Your Acme code is ******'],
  ['123-456 is your verification code.', '***-*** is your verification code.'],
  ['Your OTP: 0042, good until 12', 'Your OTP: ****, good until 12'],
  ['Su código es 123456', 'Su código es ******'],
] as const;
const PASSED = [
  '123456',
  '123 456',
  'CALL',
  'The code, please',
  'I was born in 1984',
  'Decoded 123456 bytes',
  '',
];

describe('redactPasscode', () => {
  test.each(REDACTED)('takes the digits out of "%s"', (body, redacted) => {
    expect(redactPasscode(body)).toBe(redacted);
  });

  test.each(PASSED)('lets "%s" pass', (body) => {
    expect(redactPasscode(body)).toBeNull();
  });
});
