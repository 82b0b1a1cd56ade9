import { functionProblems } from '../../../scripts/deployment/function-problems';
import { developmentSettings } from '../../../scripts/one-time-passcodes/development-settings';

describe('developmentSettings', () => {
  test('switches the service on with secrets of its own', () => {
    const { variables, apiKey } = developmentSettings({}, 'http://127.0.0.1:4010');
    expect(apiKey).toMatch(/^otpk_/);
    expect(variables).toMatchObject({ OTP_ALLOWED_COUNTRIES: '*', OTP_ORIGIN: 'http://127.0.0.1:4010' });
    expect(functionProblems(variables)).toEqual([]);
    expect(developmentSettings({}).variables['OTP_SECRET']).not.toBe(variables['OTP_SECRET']);
  });

  test('lets what is given win', () => {
    const { variables } = developmentSettings({ OTP_ALLOWED_COUNTRIES: 'ES', LOOKUP_LINE_TYPE: 'true' });
    expect(variables).toMatchObject({ OTP_ALLOWED_COUNTRIES: 'ES', LOOKUP_LINE_TYPE: 'true' });
  });

  test('adds nothing to a service that is set up already', () => {
    const given = { OTP_API_KEYS: 'shop:…' };
    expect(developmentSettings(given)).toEqual({ variables: given, apiKey: undefined });
  });
});
