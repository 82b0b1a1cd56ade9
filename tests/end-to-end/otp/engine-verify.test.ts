import { describeCrashes } from './crash-cases';
import type { OtpStage } from './stage';
import { codeOf, countWords, otherThan, readConfiguration, startOtpStage } from './stage';

jest.setTimeout(180_000);

let stage: OtpStage;
beforeAll(async () => {
  stage = await startOtpStage({ ...readConfiguration('two-endpoints.env'), OTP_ENGINE: 'verify' });
});
afterAll(() => stage.stop());

const PHONE = '+14155550100';

describe('engine verify', () => {
  beforeEach(() => stage.twilio.wait(24 * 3_600_000));

  test.each(['sms', 'whatsapp', 'call'])('verifies a code that came by %s', async (channel) => {
    const started = await stage.post('/otp/request', { phoneNumber: PHONE, channel });
    expect(started).toMatchObject({ status: 202, body: { attemptsRemaining: 3 } });
    expect(stage.twilio.inbox(PHONE)[0]).toMatchObject({ channel });
    const { requestId } = started.body;
    const code = codeOf(stage, PHONE);
    const wrong = await stage.post('/otp/verify', { requestId, code: otherThan(code) });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'invalid_code', attemptsRemaining: 2 } });
    const right = await stage.post('/otp/verify', { requestId, code });
    expect(right).toMatchObject({ status: 200, body: { status: 'valid' } });
    const again = await stage.post('/otp/verify', { requestId, code });
    expect(again).toMatchObject({ status: 409, body: { code: 'already_used' } });
  });

  test('has one winner among 50 right codes at once', async () => {
    const { requestId } = (await stage.post('/otp/request', { phoneNumber: PHONE })).body;
    const guess = { requestId, code: codeOf(stage, PHONE) };
    const answers = await Promise.all(Array.from({ length: 50 }, () => stage.post('/otp/verify', guess)));
    expect(countWords(answers)['valid']).toBe(1);
  });
});

// A cold process asks for the day before it counts: the text is the fifth call.
describeCrashes('verify', () => stage, { request: [4, 5], verify: [1, 2, 3] });
