import twilio from 'twilio';

import { messagingSdkPort } from '../../../../functions/lib/otp/messaging-sdk-port.private';
import { createStubHttp, networkError } from '../../fakes/stub-http';
import type { HttpAnswer } from '../../fakes/stub-http';

const ACCOUNT = `AC${'1'.repeat(32)}`;
const TEXT = {
  to: '+14155550100',
  content: { body: 'Your code is 012345.' },
  validityPeriod: 300,
};

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
    expect(http.sent[0]?.form).toEqual({
      To: TEXT.to,
      Body: TEXT.content.body,
      ValidityPeriod: '300',
      ...sender,
    });
  });

  test('sends a template with its variables in place of a body', async () => {
    const { http, port } = portOver({ statusCode: 201, body: { sid: 'SM1' } });
    const content = { contentSid: `HX${'4'.repeat(32)}`, contentVariables: '{"1":"012345"}' };
    const [from, to] = ['whatsapp:+14155550199', 'whatsapp:+14155550100'];
    await port.sendText({ to, from, content, validityPeriod: 90 });
    expect(http.sent[0]?.form).toEqual({
      To: to,
      From: from,
      ContentSid: content.contentSid,
      ContentVariables: content.contentVariables,
      ValidityPeriod: '90',
    });
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
