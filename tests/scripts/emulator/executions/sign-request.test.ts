import { validateRequest } from 'twilio';

import { signRequest } from '../../../../scripts/emulator/executions/sign-request';

const token = 'token-of-a-test';
const url = 'https://verify-1234-dev.twil.io/start-verify?a=b';

describe('signRequest', () => {
  test('is what the SDK of Twilio takes for valid', () => {
    const parameters = { to: '+14155550100', channel: 'sms', Umlaut: 'ü' };
    expect(validateRequest(token, signRequest(token, url, parameters), url, parameters)).toBe(true);
  });

  test('changes with a parameter', () => {
    const signature = signRequest(token, url, { code: '123456' });
    expect(validateRequest(token, signature, url, { code: '123457' })).toBe(false);
  });
});
