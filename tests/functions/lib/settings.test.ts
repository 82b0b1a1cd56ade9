import { readSettings } from '../../../functions/lib/settings.private';

const VERIFY_SERVICE_SID = `VA${'b'.repeat(32)}`;

describe('readSettings', () => {
  test.each([
    [{ VERIFY_SERVICE_SID }, { serviceSid: VERIFY_SERVICE_SID, checksLineType: false }],
    [
      {
        VERIFY_SERVICE_SID: ` ${VERIFY_SERVICE_SID} `,
        VERIFY_RATE_LIMIT: 'per_number',
        LOOKUP_LINE_TYPE: 'TRUE',
      },
      { serviceSid: VERIFY_SERVICE_SID, rateLimit: 'per_number', checksLineType: true },
    ],
    [
      { VERIFY_SERVICE_SID, VERIFY_RATE_LIMIT: ' ', LOOKUP_LINE_TYPE: '1' },
      { serviceSid: VERIFY_SERVICE_SID, checksLineType: false },
    ],
  ])('reads %j', (variables, settings) => {
    expect(readSettings(variables)).toEqual(settings);
  });

  test.each([
    [{}, 'missing_variable'],
    [{ VERIFY_SERVICE_SID: ' ' }, 'missing_variable'],
    [{ VERIFY_SERVICE_SID: 'a-secret-in-the-wrong-place' }, 'malformed_variable'],
  ])('refuses %j without quoting the value', (variables, code) => {
    let thrown: unknown;
    try {
      readSettings(variables);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ name: 'ConfigurationError', code });
    expect(String(thrown)).not.toContain('secret');
  });
});
