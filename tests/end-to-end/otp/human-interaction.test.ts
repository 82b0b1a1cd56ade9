import type { Answer, OtpStage } from './stage';
import { codeOf, otherThan, readConfiguration, recordOf, startOtpStage } from './stage';

jest.setTimeout(180_000);

let stage: OtpStage;
beforeAll(async () => {
  stage = await startOtpStage(readConfiguration('human-interaction.env'));
});
afterAll(() => stage.stop());
// Out of the way of the texts that went before.
beforeEach(() => stage.twilio.wait(3_600_000));

const PHONE = '+14155550100';

/** An interaction as its client sees it, who was told one address and finds all others in the answers. */
interface Interaction {
  readonly started: Answer;
  readonly status: () => Promise<Answer>;
  readonly raise: (code: string) => Promise<Answer>;
  readonly terminate: () => Promise<Answer>;
  /** Asks where Location leads, every second, for as long as it is answered 202. */
  readonly untilEnded: () => Promise<Answer>;
}

async function start(startUrl: string, headers: Readonly<Record<string, string>> = {}): Promise<Interaction> {
  const started = await stage.post(startUrl, { phoneNumber: PHONE }, headers);
  const address = (name: string): string => String(started.body[name]);
  const location = started.headers.get('Location') ?? '';
  return {
    started,
    status: () => stage.get(address('statusQueryGetUri')),
    raise: (code) => stage.post(address('sendEventPostUri'), { code }),
    terminate: () => stage.post(address('terminatePostUri'), { reason: 'the person gave up' }),
    untilEnded: async () => {
      let answer = await stage.get(location);
      while (answer.status === 202) {
        await stage.twilio.wait(1_000);
        answer = await stage.get(location);
      }
      return answer;
    },
  };
}

const begin = (headers?: Readonly<Record<string, string>>): Promise<Interaction> =>
  start(`${stage.url}/otp/request`, headers);

describe('docs/otp/human-interaction.env', () => {
  test('completes with true when the code comes', async () => {
    const { started, status, raise, untilEnded } = await begin();
    expect(started.status).toBe(202);
    const code = codeOf(stage, PHONE);
    expect(stage.twilio.inbox(PHONE)[0]?.body).toBe(`Your verification code is ${code}.`);
    expect(await status()).toMatchObject({
      status: 202,
      body: { name: 'otp', runtimeStatus: 'Pending', output: null, input: { phoneNumber: '+1******0100' } },
    });
    await stage.twilio.wait(15_000);
    expect((await status()).body['runtimeStatus']).toBe('Running');
    for (const guess of [otherThan(code), code]) expect(await raise(guess)).toMatchObject({ status: 202 });
    const ended = await untilEnded();
    expect(ended).toMatchObject({ status: 200, body: { runtimeStatus: 'Completed', output: true } });
    const { createdTime, lastUpdatedTime } = ended.body;
    expect(Date.parse(String(lastUpdatedTime)) - Date.parse(String(createdTime))).toBe(15_000);
    expect((await raise(code)).status).toBe(410);
  });

  test('gives four tries in all', async () => {
    const { raise, untilEnded } = await begin();
    const code = codeOf(stage, PHONE);
    const answers: number[] = [];
    for (let tries = 0; tries < 4; tries += 1) answers.push((await raise(otherThan(code))).status);
    answers.push((await raise(code)).status);
    expect(answers).toEqual([202, 202, 202, 202, 410]);
    expect(await untilEnded()).toMatchObject({
      status: 200,
      body: { runtimeStatus: 'Completed', output: false, status: 'locked' },
    });
  });

  test('gives 90 seconds in all', async () => {
    const { started, raise, untilEnded } = await begin();
    const begun = stage.twilio.clock.now();
    const ended = await untilEnded();
    expect(stage.twilio.clock.now() - begun).toBe(90_000);
    expect(ended).toMatchObject({ body: { runtimeStatus: 'Completed', output: false, status: 'expired' } });
    expect((await raise(codeOf(stage, PHONE))).status).toBe(410);
    // Nothing was waiting for it, and nothing was written down because it was over.
    expect(await recordOf(stage, started.body['requestId'])).toMatchObject({ tries: [], sends: [{}] });
  });

  test('leaves nothing behind once its record is over', async () => {
    const { started } = await begin();
    const { sync } = stage.twilio.client();
    const [service] = await sync.v1.services.list();
    const names = async (): Promise<string[]> =>
      (await sync.v1.services(service?.sid ?? '').documents.list()).map(({ uniqueName }) => uniqueName);
    expect(await names()).toContain(started.body['requestId']);
    // OTP_RECORD_DAYS, and a day more for what is counted by the day.
    await stage.twilio.wait(31 * 24 * 3_600_000);
    expect(await names()).toEqual([]);
  });

  test('texts once though the start is repeated', async () => {
    const texts = stage.twilio.inbox(PHONE).length;
    const first = await begin({ 'Idempotency-Key': 'interaction-7' });
    await stage.twilio.wait(40_000);
    const second = await begin({ 'Idempotency-Key': 'interaction-7' });
    expect(second.started.headers.get('Location')).toBe(first.started.headers.get('Location'));
    expect(stage.twilio.inbox(PHONE)).toHaveLength(texts + 1);
    // The one more that there may be, in case that the first never left, is sent when it is asked for, and only then.
    const resend = () => stage.post(String(first.started.body['resendPostUri']), {});
    expect(await resend()).toMatchObject({ status: 202, body: { nextSendAt: null } });
    expect(await resend()).toMatchObject({ status: 429, body: { code: 'too_many_sends' } });
    expect(stage.twilio.inbox(PHONE)).toHaveLength(texts + 2);
    await second.raise(codeOf(stage, PHONE));
    expect((await first.status()).body['output']).toBe(true);
  });

  test('terminates when the client gives up', async () => {
    const { raise, terminate, untilEnded } = await begin();
    expect((await terminate()).status).toBe(202);
    expect((await terminate()).status).toBe(202);
    expect(await untilEnded()).toMatchObject({
      status: 200,
      body: { runtimeStatus: 'Terminated', output: null },
    });
    expect((await raise(codeOf(stage, PHONE))).status).toBe(410);
  });

  test('fails when the text cannot be sent', async () => {
    const host = 'api.twilio.com';
    const refused = { status: 400, code: 21610, message: 'Unsubscribed recipient' };
    stage.twilio.faults.add({ host, times: 1, effect: { kind: 'answer', ...refused } });
    const { started } = await begin({ 'Idempotency-Key': 'interaction-8' });
    expect(started).toMatchObject({ status: 422, body: { code: 'unreachable' } });
    const status = await stage.get(`/otp/status?requestId=${String(started.body['requestId'])}`);
    expect(status).toMatchObject({ status: 200, body: { runtimeStatus: 'Failed', output: null } });
  });
});
