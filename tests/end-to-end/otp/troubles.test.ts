import type { Answer, OtpStage } from './stage';
import { codeOf, otherThan, readConfiguration, recordOf, startOtpStage } from './stage';

// One build, one deployment and one worker for all of it.
jest.setTimeout(180_000);

let stage: OtpStage;
beforeAll(async () => {
  stage = await startOtpStage(readConfiguration('two-endpoints.env'));
});
afterAll(() => stage.stop());
beforeEach(async () => {
  stage.twilio.faults.clear();
  // Each test has texts and Sync's rates to itself.
  await stage.twilio.wait(24 * 3_600_000 + 600_000);
});

const PHONE = '+14155550100';

async function request(fields: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return stage.post('/otp/request', { phoneNumber: PHONE, ...fields }, headers);
}

/** The request and the right code of a text that was just sent. */
async function start(): Promise<{ readonly requestId: unknown; readonly code: string }> {
  const { body } = await request();
  return { requestId: body['requestId'], code: codeOf(stage, PHONE) };
}

describe('Sync out of order', () => {
  const faults = [
    ['429', { kind: 'answer', status: 429, code: 54009, message: 'Rate limit exceeded' }],
    ['500', { kind: 'answer', status: 500, code: 20500, message: 'Internal error' }],
    ['connections cut before', { kind: 'cut-before' }],
    ['connections cut after', { kind: 'cut-after' }],
  ] as const;

  test.each(faults)('with %s is 503, and nothing is sent or compared', async (_name, effect) => {
    const { requestId, code } = await start();
    const texts = stage.twilio.inbox(PHONE).length;
    await stage.twilio.wait(60_000);
    stage.twilio.faults.add({ host: 'sync.twilio.com', effect });
    const answers = [
      await request(),
      await stage.post('/otp/verify', { requestId, code }),
      await stage.post('/otp/resend', { requestId }),
    ];
    expect(answers.map(({ status, body }) => [status, body['code']])).toEqual(
      answers.map(() => [503, 'temporarily_unavailable']),
    );
    expect(answers.map(({ headers }) => Number(headers.get('Retry-After')) > 0)).toEqual([true, true, true]);
    expect(stage.twilio.inbox(PHONE)).toHaveLength(texts);
    stage.twilio.faults.clear();
    const right = await stage.post('/otp/verify', { requestId, code });
    expect(right.body).toMatchObject({ status: 'valid' });
  });

  test('for the write alone counts the guess or compares nothing', async () => {
    const { requestId, code } = await start();
    stage.twilio.faults.add({ host: 'sync.twilio.com', method: 'POST', effect: { kind: 'cut-after' } });
    const lost = await stage.post('/otp/verify', { requestId, code: otherThan(code) });
    const { tries } = await recordOf(stage, requestId);
    expect([lost.status, tries.length]).toEqual([422, 1]);
  });
});

describe('bad input over HTTP', () => {
  const bodies: [string, string, Record<string, string>, number, string | undefined][] = [
    ['a list', '[1]', {}, 400, 'invalid_request'],
    ['nothing', '', {}, 400, 'invalid_request'],
    ['a number where text belongs', '{"phoneNumber": 14155550100}', {}, 400, 'invalid_request'],
    ['two megabytes', `{"phoneNumber": "${'1'.repeat(2_000_000)}"}`, {}, 400, 'invalid_request'],
    [
      'another type',
      'phoneNumber=%2B14155550100',
      { 'Content-Type': 'text/plain' },
      415,
      'unsupported_media_type',
    ],
    ['no key', '{"phoneNumber": "+14155550100"}', { Authorization: '' }, 401, 'unauthorized'],
    ['a wrong key', '{"phoneNumber": "+14155550100"}', { Authorization: 'Bearer x' }, 401, 'unauthorized'],
    ['a foreign country', '{"phoneNumber": "+442079460958"}', {}, 403, 'country_not_allowed'],
    [
      'headers in the body',
      '{"phoneNumber": "+14155550100", "request": {"headers": {}}}',
      {},
      401,
      'unauthorized',
    ],
    // These the platform answers itself, before a function runs.
    ['half of JSON', '{"phoneNumber"', {}, 400, undefined],
    ['a word', '"+14155550100"', {}, 400, undefined],
    ['seven megabytes', `"${'1'.repeat(7_000_000)}"`, {}, 413, undefined],
  ];

  test.each(bodies)('%s is refused', async (_name, body, headers, status, code) => {
    const texts = stage.twilio.inbox(PHONE).length;
    const answer = await stage.post('/otp/request', body, headers);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
    expect(answer.status < 500 && JSON.stringify(answer.body).includes('11111')).toBe(false);
    expect(stage.twilio.inbox(PHONE)).toHaveLength(texts);
  });

  test('of two values for one key, the last counts', async () => {
    const answer = await stage.post(
      '/otp/request',
      `{"phoneNumber": "+442079460958", "phoneNumber": "${PHONE}"}`,
    );
    expect(answer.status).toBe(202);
  });

  test('a key twice in the address is refused', async () => {
    const answer = await stage.post('/otp/verify?requestId=a&requestId=b', { code: '123456' });
    expect(answer).toMatchObject({ status: 400, body: { field: 'requestId' } });
  });

  test.each([
    ['GET', 415],
    ['PUT', 405],
    ['DELETE', 405],
    ['PATCH', 405],
  ])('%s changes nothing', async (method, status) => {
    const headers = { Authorization: `Bearer ${stage.apiKey}` };
    const url = `${stage.url}/otp/request?phoneNumber=${encodeURIComponent(PHONE)}`;
    const texts = stage.twilio.inbox(PHONE).length;
    expect((await stage.inTime(fetch(url, { method, headers }))).status).toBe(status);
    expect(stage.twilio.inbox(PHONE)).toHaveLength(texts);
  });

  test('an unsigned request does not reach the deliverer', async () => {
    expect((await stage.post('/otp/deliver', { requestId: 'otp_x' })).status).toBe(400);
  });
});
