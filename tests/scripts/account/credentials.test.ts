import { readCredentials } from '../../../scripts/account/credentials';
import { explicitSids } from '../../../scripts/account/explicit-sids';

const ACCOUNT_SID = `AC${'1'.repeat(32)}`;
const API_KEY = `SK${'2'.repeat(32)}`;

describe('readCredentials', () => {
  test('takes the auth token', () => {
    expect(readCredentials({ ACCOUNT_SID, AUTH_TOKEN: 'token' })).toEqual({
      accountSid: ACCOUNT_SID,
      username: ACCOUNT_SID,
      password: 'token',
      passwordSetting: 'AUTH_TOKEN',
      region: null,
      edge: null,
    });
  });

  test('prefers an API key, and takes region and edge along', () => {
    const settings = {
      ...{ ACCOUNT_SID, AUTH_TOKEN: 'token', API_KEY, API_KEY_SECRET: 'secret' },
      ...{ TWILIO_REGION: 'ie1', TWILIO_EDGE: 'dublin' },
    };
    expect(readCredentials(settings)).toEqual({
      accountSid: ACCOUNT_SID,
      username: API_KEY,
      password: 'secret',
      passwordSetting: 'API_KEY_SECRET',
      region: 'ie1',
      edge: 'dublin',
    });
  });

  test.each([
    ['ACCOUNT_SID', { AUTH_TOKEN: 'hunter2' }],
    ['AUTH_TOKEN', { ACCOUNT_SID }],
    ['API_KEY_SECRET', { ACCOUNT_SID, AUTH_TOKEN: 'hunter2', API_KEY }],
  ])('asks for a missing %s', (name, settings) => {
    const error = (() => {
      try {
        return readCredentials(settings);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toMatchObject({
      code: 'missing-credentials',
      message: expect.stringMatching(new RegExp(`without ${name}: `)),
    });
    expect(String(error)).not.toContain('hunter2');
  });
});

describe('explicitSids', () => {
  test('takes those that are set', () => {
    expect(
      explicitSids({
        VERIFY_SERVICE_SID: 'VA1',
        SYNC_SERVICE_SID: 'IS1',
        PARENT_FLOW_SID: 'FW1',
        ACCOUNT_SID,
      }),
    ).toEqual({
      verifyService: 'VA1',
      syncService: 'IS1',
      parentFlow: 'FW1',
    });
    expect(explicitSids({})).toEqual({});
  });
});
