import {
  isAllowed,
  readAllowedCountries,
  readCountryLimits,
} from '../../../../functions/lib/otp/countries.private';
import { invokeOtp, useQuietRuntime } from '../../fakes/invoke-otp';
import { createOtpWorld } from '../../fakes/otp-world';

const ATLANTA = { e164: '+14045550100', country: 'US' };
const MADRID = { e164: '+34600000000', country: 'ES' };
const TORONTO = { e164: '+14165550100', country: 'CA' };

useQuietRuntime();

describe('isAllowed', () => {
  test.each([
    ['US,ES', [true, true, false]],
    ['us', [true, false, false]],
    ['+1404', [true, false, false]],
    ['+1', [true, false, true]],
    ['CA, +3460', [false, true, true]],
    ['+34601', [false, false, false]],
    ['*', [true, true, true]],
  ])('by %s', (text, expected) => {
    const allowed = readAllowedCountries(text);
    expect([ATLANTA, MADRID, TORONTO].map((number) => isAllowed(number, allowed))).toEqual(expected);
  });

  test.each(['', ',', 'USA', '+', '+0', 'US;ES', '34', '**'])('is never asked by %j', (text) => {
    expect(() => readAllowedCountries(text)).toThrow('OTP_ALLOWED_COUNTRIES');
  });
});

describe('readCountryLimits', () => {
  test('reads countries and all others', () => {
    expect([...readCountryLimits(' gb=50, *=500')]).toEqual([
      ['GB', 50],
      ['*', 500],
    ]);
    expect(readCountryLimits('').size).toBe(0);
  });

  test.each(['GB', 'GB=', 'GB=-1', '+44=5', 'GB=1e3'])('refuses %j', (text) => {
    expect(() => readCountryLimits(text)).toThrow('OTP_LIMIT_PER_COUNTRY');
  });
});

describe('otp/request with a beginning of numbers', () => {
  test('texts those alone, whatever the country', async () => {
    const world = createOtpWorld({ OTP_ALLOWED_COUNTRIES: '+1415' });
    const answers = [];
    for (const phoneNumber of ['+14155550100', '+14045550100', '+34600000000'])
      answers.push(await invokeOtp(world, 'request', { phoneNumber }));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 403, 403]);
    expect(world.texts.map(({ to }) => to)).toEqual(['+14155550100']);
  });
});
