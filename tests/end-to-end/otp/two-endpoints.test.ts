import type { Answer, OtpStage } from './stage';
import { codeOf, countWords, otherThan, readConfiguration, recordOf, startOtpStage } from './stage';

// One build, one deployment and one worker for all of it.
jest.setTimeout(180_000);

let stage: OtpStage;
beforeAll(async () => {
  stage = await startOtpStage({
    ...readConfiguration('two-endpoints.env'),
    OTP_WHATSAPP_FROM: '+14155550199',
    OTP_WHATSAPP_CONTENT_SID: `HX${'4'.repeat(32)}`,
  });
});
afterAll(() => stage.stop());
beforeEach(async () => {
  stage.twilio.faults.clear();
  // Each test has texts and Sync's rates to itself.
  await stage.twilio.wait(24 * 3_600_000 + 600_000);
});

const PHONE = '+14155550100';
const MANY = 200;

async function request(fields: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return stage.post('/otp/request', { phoneNumber: PHONE, ...fields }, headers);
}

/** The request and the right code of a text that was just sent. */
async function start(): Promise<{ readonly requestId: unknown; readonly code: string }> {
  const { body } = await request();
  return { requestId: body['requestId'], code: codeOf(stage, PHONE) };
}

const together = (count: number, ask: () => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, ask));

describe('docs/otp/two-endpoints.env', () => {
  test('texts a code that verifies once', async () => {
    const texts = stage.twilio.inbox(PHONE).length;
    const started = await request({ purpose: 'login' }, { 'X-Correlation-Id': 'order-4711' });
    expect(started.status).toBe(202);
    expect(started.headers.get('X-Correlation-Id')).toBe('order-4711');
    const { requestId, expiresAt } = started.body;
    expect(Date.parse(String(expiresAt)) - stage.twilio.clock.now()).toBe(300_000);
    expect(stage.twilio.inbox(PHONE)).toHaveLength(texts + 1);
    const code = codeOf(stage, PHONE);
    expect(stage.twilio.inbox(PHONE)[0]?.body).toBe(`Your code is ${code}. It is valid for 5 minutes.`);
    expect(JSON.stringify(started.body)).not.toContain(code);

    const other = await stage.post('/otp/verify', { requestId, code, purpose: 'payment' });
    expect(other).toMatchObject({ status: 422, body: { code: 'purpose_mismatch' } });
    const wrong = await stage.post('/otp/verify', { requestId, code: otherThan(code) });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'invalid_code', attemptsRemaining: 2 } });
    const right = await stage.post('/otp/verify', { requestId, code, purpose: 'login' });
    expect(right).toMatchObject({ status: 200, body: { status: 'valid', purpose: 'login' } });
    const again = await stage.post('/otp/verify', { requestId, code });
    expect(again).toMatchObject({ status: 409, body: { code: 'already_used' } });
  });

  test('locks after three wrong guesses', async () => {
    const { requestId, code } = await start();
    const answers: Answer[] = [];
    for (const guess of [otherThan(code), otherThan(code), otherThan(code), code])
      answers.push(await stage.post('/otp/verify', { requestId, code: guess }));
    expect(answers.map(({ body }) => body['code'])).toEqual([
      'invalid_code',
      'invalid_code',
      'invalid_code',
      'locked',
    ]);
  });

  test('expires after five minutes', async () => {
    const { requestId, code } = await start();
    await stage.twilio.wait(300_000);
    const late = await stage.post('/otp/verify', { requestId, code });
    expect(late).toMatchObject({ status: 410, body: { code: 'expired' } });
  });

  test('keeps codes and numbers out of records and logs', async () => {
    const { requestId, code } = await start();
    await stage.post('/otp/verify', { requestId, code });
    const record = JSON.stringify(await recordOf(stage, requestId));
    const log = stage.logs.filter((line) => line.includes(String(requestId))).join('\n');
    expect(log).toContain('"decision":"valid"');
    for (const secret of [code, PHONE, stage.apiKey]) expect(record + log).not.toContain(secret);
  });

  test('says the code three times in a call', async () => {
    const { body } = await request({ channel: 'call' });
    await stage.twilio.wait(120_000);
    const phone = stage.twilio.phone(PHONE);
    const code = phone.codeHeard() ?? '';
    const digits = phone
      .calls()[0]
      ?.heard.flatMap((heard) => (heard.kind === 'said' && /^\d$/.test(heard.text) ? [heard.text] : []));
    expect(code).toMatch(/^\d{6}$/);
    expect(digits?.join('')).toBe(code.repeat(3));
    const verified = await stage.post('/otp/verify', { requestId: body['requestId'], code });
    expect(verified.body).toMatchObject({ status: 'valid' });
  });

  test('sends a code by WhatsApp, in a template', async () => {
    const { body } = await request({ channel: 'whatsapp' });
    // The local Twilio shows the variables of a template, of which there is one.
    expect(stage.twilio.inbox(PHONE)[0]).toMatchObject({
      to: `whatsapp:${PHONE}`,
      body: expect.stringMatching(/^\d{6}$/),
    });
    const verified = await stage.post('/otp/verify', {
      requestId: body['requestId'],
      code: codeOf(stage, PHONE),
    });
    expect(verified.body).toMatchObject({ status: 'valid' });
  });
});

describe('200 clients at once', () => {
  test('with the right code have one winner', async () => {
    const { requestId, code } = await start();
    const answers = await together(MANY, () => stage.post('/otp/verify', { requestId, code }));
    const { valid, already_used = 0, temporarily_unavailable = 0 } = countWords(answers);
    expect(valid).toBe(1);
    expect(already_used + temporarily_unavailable).toBe(MANY - 1);
    await stage.twilio.wait(60_000);
    const later = await stage.post('/otp/verify', { requestId, code });
    expect(later.body['code']).toBe('already_used');
  });

  test('with wrong codes get no more guesses than three', async () => {
    const { requestId, code } = await start();
    const guess = { requestId, code: otherThan(code) };
    const answers = await together(MANY, () => stage.post('/otp/verify', guess));
    await stage.twilio.wait(60_000);
    const more = await together(5, () => stage.post('/otp/verify', guess));
    const { invalid_code } = countWords([...answers, ...more]);
    const { tries } = await recordOf(stage, requestId);
    expect([invalid_code, tries.length]).toEqual([3, 3]);
    const right = await stage.post('/otp/verify', { requestId, code });
    expect(right.body['code']).toBe('locked');
  });

  test('with one Idempotency-Key are one text', async () => {
    const texts = stage.twilio.inbox(PHONE).length;
    const answers = await together(MANY, () => request({}, { 'Idempotency-Key': 'order-1' }));
    const { pending = 0, temporarily_unavailable = 0 } = countWords(answers);
    expect(pending).toBeGreaterThan(0);
    expect(pending + temporarily_unavailable).toBe(MANY);
    expect(stage.twilio.inbox(PHONE)).toHaveLength(texts + 1);
    await stage.twilio.wait(60_000);
    const ids = [...answers, await request({}, { 'Idempotency-Key': 'order-1' })].flatMap(
      ({ status, body }) => (status === 202 ? [body['requestId']] : []),
    );
    expect(new Set(ids).size).toBe(1);
    expect(stage.twilio.inbox(PHONE)).toHaveLength(texts + 1);
  });
});
