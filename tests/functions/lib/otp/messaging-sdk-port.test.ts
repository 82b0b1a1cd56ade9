import twilio from 'twilio';

import { messagingSdkPort } from '../../../../functions/lib/otp/messaging-sdk-port.private';
import { createStubHttp, networkError } from '../../fakes/stub-http';
import type { HttpAnswer } from '../../fakes/stub-http';

const ACCOUNT = `AC${'1'.repeat(32)}`;
const TEXT = { to: '+14155550100', body: 'Your code is 012345.' };

function portOver(...answers: HttpAnswer[]) {
  const http = createStubHttp(answers);
  return { http, port: messagingSdkPort(twilio(ACCOUNT, 'token', { httpClient: http.client })) };
}

describe('messagingSdkPort', () => {
  test.each([
    ['+14155550199', { From: '+14155550199' }],
    [`MG${'3'.repeat(32)}`, { MessagingServiceSid: `MG${'3'.repeat(32)}` }],
  ])('sends from %s', async (from, sender) => {
    const { http, port } = portOver({ statusCode: 201, body: { sid: 'SM1' } });
    expect(await port.sendText({ ...TEXT, from })).toEqual({ kind: 'done', value: undefined });
    expect(http.sent[0]?.form).toEqual({ To: TEXT.to, Body: TEXT.body, ...sender });
  });

  test('calls with TwiML', async () => {
    const { http, port } = portOver({ statusCode: 201, body: { sid: 'CA1' } });
    await port.call({ to: TEXT.to, from: '+14155550199', twiml: '<Response/>' });
    expect(http.sent[0]?.form).toEqual({ To: TEXT.to, From: '+14155550199', Twiml: '<Response/>' });
  });

  test('tells a refusal from a lost answer', async () => {
    const refusal = {
      statusCode: 400,
      body: { code: 21610, status: 400, message: 'stopped', more_info: '' },
    };
    const { port } = portOver(refusal, networkError('ECONNRESET'));
    const text = { ...TEXT, from: '+14155550199' };
    expect(await port.sendText(text)).toEqual({ kind: 'refused', code: 21610 });
    expect(await port.sendText(text)).toEqual({ kind: 'unknown' });
  });
});
