import { Twilio } from 'twilio';

import { LocalRequestClient } from '../../../../support/local-request-client';
import { account, startLocalTwilio, type LocalTwilio } from '../../../../support/local-twilio';

let twilio: LocalTwilio;
beforeEach(async () => {
  twilio = await startLocalTwilio();
});
afterEach(() => twilio.stop());

/** The real SDK, logged in with a key. */
function clientOf(sid: string, secret: string): Twilio {
  const httpClient = new LocalRequestClient(twilio.server.url, () => undefined);
  return new Twilio(sid, secret, { accountSid: account.sid, httpClient });
}

describe('an API key', () => {
  test('lets its owner in, but not to the account and its keys', async () => {
    const { sid, secret } = await twilio.client.newKeys.create({ friendlyName: 'deploys' });
    const client = clientOf(sid, secret);
    expect(await client.incomingPhoneNumbers.list()).toEqual([]);
    expect((await client.verify.v2.services.create({ friendlyName: 'Hotline' })).friendlyName).toBe(
      'Hotline',
    );
    for (const refused of [client.api.v2010.accounts(account.sid).fetch(), client.keys.list()])
      await expect(refused).rejects.toMatchObject({ status: 401, code: 20003 });
  });

  test('is none with another secret, and after it was deleted', async () => {
    const { sid, secret } = await twilio.client.newKeys.create();
    const reverse = [...secret].reverse().join('');
    await expect(clientOf(sid, reverse).incomingPhoneNumbers.list()).rejects.toMatchObject({ status: 401 });
    await twilio.client.keys(sid).remove();
    await expect(clientOf(sid, secret).incomingPhoneNumbers.list()).rejects.toMatchObject({ status: 401 });
  });
});
