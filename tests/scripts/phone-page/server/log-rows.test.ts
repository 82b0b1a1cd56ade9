import { apiRow, messageRow, verificationRow } from '../../../../scripts/phone-page/server/log-rows';

const NUMBER = '+14155550100';

describe('messageRow', () => {
  test('hides the code and the number', () => {
    const { row } = messageRow({
      sid: 'SM1',
      from: 'Verify',
      to: NUMBER,
      body: `Your code is: 123456. Not yours? Call ${NUMBER}`,
      direction: 'outbound-api',
      channel: 'sms',
      status: 'delivered',
      errorCode: null,
      messagingServiceSid: null,
      dateCreated: 5,
      dateSent: 5,
      dateUpdated: 5,
    });
    expect(row).toMatchObject({ kind: 'text', title: 'Verify to …00', at: 5 });
    expect(JSON.stringify(row)).not.toMatch(/123456|4155550100/);
  });
});

describe('apiRow', () => {
  const record = {
    method: 'GET',
    host: 'verify.twilio.com',
    path: `/v2/${NUMBER}`,
    milliseconds: 3,
    failure: null,
  };

  test.each([
    [200, '200', 'plain'],
    [404, '404', 'bad'],
    [null, 'cut off', 'bad'],
  ])('shows status %p as %s', (status, text, tone) => {
    expect(apiRow({ ...record, status }, 1, 0).row).toMatchObject({ status: text, tone, milliseconds: 3 });
  });

  test('hides a number in the path', () => {
    expect(JSON.stringify(apiRow({ ...record, status: 200 }, 1, 0))).not.toContain('4155550100');
  });
});

describe('verificationRow', () => {
  test.each([
    ['approved', 'good'],
    ['pending', 'plain'],
    ['max_attempts_reached', 'bad'],
  ] as const)('shows %s as %s, without its code', (status, tone) => {
    const { row } = verificationRow({
      sid: 'VE1',
      serviceSid: 'VA1',
      to: NUMBER,
      channel: 'sms',
      status,
      code: '123456',
      customFriendlyName: null,
      locale: null,
      tags: null,
      sendCodeAttempts: [],
      checks: 1,
      dateCreated: 0,
      dateUpdated: 0,
      expiresAt: 0,
    });
    expect(row).toMatchObject({ id: 'VE1', status, tone });
    expect(JSON.stringify(row)).not.toMatch(/123456|4155550100/);
  });
});
