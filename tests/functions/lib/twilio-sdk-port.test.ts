import twilio from 'twilio';

import { sharedClient, twilioSdkPort } from '../../../functions/lib/twilio-sdk-port.private';
import type { TwilioPort } from '../../../functions/lib/twilio-port.private';
import { createStubHttp, networkError } from '../fakes/stub-http';
import type { HttpAnswer, StubHttp } from '../fakes/stub-http';

const TO = '+14155550100';
const ACCOUNT_SID = `AC${'1'.repeat(32)}`;
const SERVICE_SID = `VA${'2'.repeat(32)}`;

function portOver(...answers: HttpAnswer[]): { port: TwilioPort; http: StubHttp } {
  const http = createStubHttp(answers);
  return {
    port: twilioSdkPort(twilio(ACCOUNT_SID, 'token', { httpClient: http.client }), SERVICE_SID),
    http,
  };
}

function refusal(status: number, code: number, message: string): HttpAnswer {
  return {
    statusCode: status,
    body: { status, code, message, more_info: `https://www.twilio.com/docs/errors/${code}` },
  };
}

describe('twilioSdkPort', () => {
  test('starts a verification with everything it was given', async () => {
    const { port, http } = portOver({
      statusCode: 201,
      body: { sid: `VE${'3'.repeat(32)}`, status: 'pending', send_code_attempts: [{}, {}] },
    });
    const reply = await port.startVerification({
      to: TO,
      channel: 'call',
      locale: 'es',
      rateLimits: { per_number: TO },
      tags: { call_sid: 'CA1' },
    });
    expect(reply).toEqual({ kind: 'done', value: { status: 'pending', attempts: 2 } });
    expect(http.sent).toEqual([
      {
        method: 'post',
        url: `https://verify.twilio.com/v2/Services/${SERVICE_SID}/Verifications`,
        form: {
          To: TO,
          Channel: 'call',
          Locale: 'es',
          RateLimits: `{"per_number":"${TO}"}`,
          Tags: '{"call_sid":"CA1"}',
        },
      },
    ]);
  });

  test('counts no attempts when Twilio lists none', async () => {
    const { port } = portOver({ statusCode: 201, body: { status: 'pending', send_code_attempts: null } });
    const reply = await port.startVerification({ to: TO, channel: 'sms' });
    expect(reply).toEqual({ kind: 'done', value: { status: 'pending', attempts: 0 } });
  });

  test.each([200, 201])('reads a check answered with HTTP %d', async (statusCode) => {
    const { port, http } = portOver({ statusCode, body: { status: 'approved', valid: true } });
    expect(await port.checkVerification({ to: TO, code: '012345' })).toEqual({
      kind: 'done',
      value: { status: 'approved' },
    });
    expect(http.sent[0]?.form).toEqual({ To: TO, Code: '012345' });
  });

  test.each([
    [
      refusal(400, 60200, `Invalid parameter \`To\`: ${TO}`),
      { kind: 'refused', code: 60200, parameter: 'to' },
    ],
    [refusal(400, 60200, 'Invalid parameter: Code'), { kind: 'refused', code: 60200, parameter: 'code' }],
    [refusal(404, 20404, 'The requested resource was not found'), { kind: 'refused', code: 20404 }],
    [refusal(429, 20429, 'Too many requests'), { kind: 'refused', code: 20429 }],
    [
      { statusCode: 503, body: '<html>busy</html>' },
      { kind: 'refused', code: 0 },
    ],
    [
      { statusCode: 500, body: {} },
      { kind: 'refused', code: 0 },
    ],
    [{ statusCode: 502, body: 'bad gateway' }, { kind: 'unknown' }],
    [{ statusCode: 504, body: {} }, { kind: 'unknown' }],
    [{ statusCode: 201, body: '<html>a captive portal</html>' }, { kind: 'unknown' }],
    [networkError('ECONNABORTED'), { kind: 'unknown' }],
    [networkError('ECONNRESET'), { kind: 'unknown' }],
    [networkError('ECONNREFUSED'), { kind: 'not-sent' }],
    [networkError('ENOTFOUND'), { kind: 'not-sent' }],
  ] as const)('turns trouble into a value: %#', async (answer, expected) => {
    const { port } = portOver(answer);
    expect(await port.checkVerification({ to: TO, code: '123456' })).toEqual(expected);
  });

  test('throws what is neither Twilio nor network', async () => {
    const { port } = portOver(new TypeError('a bug'));
    await expect(port.startVerification({ to: TO, channel: 'sms' })).rejects.toThrow('a bug');
  });

  test.each([
    [{ type: 'landline', error_code: null }, 'landline'],
    [{ type: null, error_code: 60601 }, undefined],
    [null, undefined],
    [undefined, undefined],
  ])('reads the line type of %j', async (intelligence, expected) => {
    const { port, http } = portOver({ statusCode: 200, body: { line_type_intelligence: intelligence } });
    expect(await port.lineType(TO)).toEqual({ kind: 'done', value: expected });
    expect(http.sent[0]?.url).toBe(`https://lookups.twilio.com/v2/PhoneNumbers/${TO}`);
  });
});

describe('sharedClient', () => {
  test('is made once and again for other credentials', () => {
    const options: unknown[] = [];
    const getTwilioClient = (given: unknown): ReturnType<typeof twilio> => {
      options.push(given);
      return twilio(ACCOUNT_SID, 'token');
    };
    const source = { getTwilioClient, ACCOUNT_SID, AUTH_TOKEN: 'one' };
    const first = sharedClient(source);
    expect(sharedClient({ ...source })).toBe(first);
    expect(sharedClient({ ...source, AUTH_TOKEN: 'two' })).not.toBe(first);
    expect(options).toEqual([
      { timeout: 6_000, autoRetry: false },
      { timeout: 6_000, autoRetry: false },
    ]);
  });
});
