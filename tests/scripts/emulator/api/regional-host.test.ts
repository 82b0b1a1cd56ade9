import { withoutRegion } from '../../../../scripts/emulator/api/regional-host';
import { account, type LocalTwilio, startLocalTwilio } from '../../../support/local-twilio';
import { ask, basic } from '../../../support/raw-request';

describe('withoutRegion', () => {
  test.each(['verify.twilio.com', 'verify.ie1.twilio.com', 'verify.dublin.ie1.twilio.com'])(
    'finds the product behind %s',
    (host) => {
      expect(withoutRegion(host)).toBe('verify.twilio.com');
    },
  );

  test.each(['twilio.com', 'verify.a.b.c.twilio.com', 'verify.ie1.twilio.com.example', '127.0.0.1'])(
    'leaves %s alone',
    (host) => {
      expect(withoutRegion(host)).toBe(host);
    },
  );
});

describe('the gateway', () => {
  let twilio: LocalTwilio;
  beforeEach(async () => {
    twilio = await startLocalTwilio();
  });
  afterEach(() => twilio.stop());

  test('answers for a product in any region', async () => {
    const request = { host: 'verify.dublin.ie1.twilio.com', path: '/v2/Services', headers: basic(account) };
    expect(await ask(twilio.server.url, request)).toMatchObject({ status: 200 });
    expect(twilio.records).toMatchObject([{ host: 'verify.twilio.com', status: 200 }]);
  });
});
