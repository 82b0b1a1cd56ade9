import path from 'node:path';

import { deployToLocal, LOCAL_PHONE_NUMBER as OURS } from '../../scripts/deployment/deploy-to-local';
import { verifySender } from '../../scripts/emulator/entities/message';
import { type LocalTwilio, startLocalTwilio } from '../../scripts/emulator/local-twilio';
import type { Phone } from '../../scripts/emulator/simulate/phone';

const projectDirectory = path.resolve(__dirname, '../..');
const builtDirectory = path.join(projectDirectory, 'dist');

let twilio: LocalTwilio;
let flowSid: string;
let last = 100;

beforeAll(async () => {
  twilio = await startLocalTwilio({ clock: 'virtual', buildMilliseconds: 0 });
  const deployed = await deployToLocal(twilio, { projectDirectory, builtDirectory, otpByReply: true });
  if (deployed.status !== 'deployed') throw new Error(deployed.problems.join('\n'));
  const { sid = '', webhookUrl = '' } = deployed.outputs.replyFlow ?? {};
  const numbers = twilio.client().incomingPhoneNumbers;
  const [number] = await numbers.list();
  await numbers(number?.sid ?? '').update({ smsUrl: webhookUrl });
  flowSid = sid;
});
afterAll(() => twilio.stop());

/** An application starts the flow for a person whom nobody has asked before. */
async function begin(parameters: object = {}): Promise<{ readonly phone: Phone; readonly sid: string }> {
  last += 1;
  const phone = twilio.phone(`+14155550${String(last)}`);
  const executions = twilio.client().studio.v2.flows(flowSid).executions;
  const { sid } = await executions.create({ to: phone.number, from: OURS, parameters });
  await twilio.wait(5000);
  return { phone, sid };
}

/** What the application reads once the execution has ended. */
async function resultOf(sid: string): Promise<unknown> {
  const execution = twilio.client().studio.v2.flows(flowSid).executions(sid);
  expect((await execution.fetch()).status).toBe('ended');
  const { context } = await execution.executionContext().fetch();
  const { status, verified, to, attempts } = (context as Context).flow.variables;
  return { status, verified, to, attempts };
}

interface Context {
  readonly flow: { readonly variables: Readonly<Record<string, string>> };
}

async function answer({ number }: Phone, body: string): Promise<void> {
  twilio.sendText({ from: number, to: OURS, body });
  await twilio.wait(5000);
}

function codeAt(phone: Phone): string {
  const text = phone.texts().find(({ from }) => from === verifySender);
  return /\d{6}/.exec(text?.body ?? '')?.[0] ?? '';
}

const newest = (phone: Phone): string => phone.texts()[0]?.body ?? '';

describe('a code by reply', () => {
  test('is taken from the answer to the text', async () => {
    const { phone, sid } = await begin();
    expect(newest(phone)).toMatch(/^We have sent you a code\. Answer this message with the digits/);
    await answer(phone, codeAt(phone));
    expect(newest(phone)).toBe('Thank you. Your number is verified.');
    const { number: to } = phone;
    expect(await resultOf(sid)).toEqual({ status: 'approved', verified: 'true', to, attempts: '1' });
  });

  test('is keyed in on a call when the answer was redacted', async () => {
    const { phone, sid } = await begin();
    phone.behave({ keys: [`${codeAt(phone)}#`] });
    await answer(phone, `Your Hotline verification code is ${codeAt(phone)}`);
    const failed = [...twilio.store.messages.values()].find(({ errorCode }) => errorCode === 30_038);
    expect(failed).toMatchObject({ from: phone.number, status: 'failed' });
    expect(failed?.body).toMatch(/\*{6}/);
    expect(newest(phone)).toMatch(/without the digits.*CALL/);
    await answer(phone, 'Call');
    await twilio.wait(60_000);
    const [call] = phone.calls();
    expect(call?.heard).toMatchObject([{ text: /key in the code/ }, { text: /is verified/ }].map(matching));
    expect(call?.status()).toBe('completed');
    expect(await resultOf(sid)).toMatchObject({ status: 'approved', attempts: '1' });
  });

  test('may be a new one', async () => {
    const { phone, sid } = await begin();
    await answer(phone, 'new');
    expect(newest(phone)).toMatch(/^We have sent you a code again/);
    await answer(phone, codeAt(phone));
    expect(await resultOf(sid)).toMatchObject({ status: 'approved' });
  });

  test('is refused after three wrong ones', async () => {
    const { phone, sid } = await begin();
    const wrong = codeAt(phone).replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    for (let times = 0; times < 3; times += 1) await answer(phone, wrong);
    expect(newest(phone)).toMatch(/^Too many wrong codes/);
    expect(await resultOf(sid)).toMatchObject({ status: 'max_attempts_reached', attempts: '3' });
  });

  test('is asked for three times, then no more', async () => {
    const { phone, sid } = await begin({ language: 'es' });
    await twilio.wait(600_000);
    expect(newest(phone)).toMatch(/^No hemos recibido su código/);
    expect(phone.texts().filter(({ from }) => from === OURS)).toHaveLength(4);
    expect(await resultOf(sid)).toMatchObject({ status: 'no_input', verified: 'false' });
  });

  test('is no longer asked for after STOP', async () => {
    const { phone, sid } = await begin();
    await answer(phone, 'STOP');
    expect(phone.texts().filter(({ body }) => body.startsWith('Answer'))).toEqual([]);
    expect(await resultOf(sid)).toMatchObject({ status: 'no_input' });
  });

  test('is asked for on a call where texts do not arrive', async () => {
    const next = twilio.phone(`+14155550${String(last + 1)}`);
    next.behave({ texts: { status: 'undelivered', errorCode: 30_007 } });
    next.onRing((call) =>
      call.listen((event) => {
        if (event.kind === 'listening') call.press(`${codeAt(next)}#`);
      }),
    );
    const { sid } = await begin();
    await twilio.wait(60_000);
    expect(await resultOf(sid)).toMatchObject({ status: 'approved' });
  });

  test('cannot be sent to a landline', async () => {
    twilio.faults.add({
      host: 'verify.twilio.com',
      path: /\/Verifications$/,
      times: 1,
      effect: { kind: 'answer', status: 403, code: 60_205, message: 'SMS is not supported by landline' },
    });
    const { phone, sid } = await begin();
    expect(await resultOf(sid)).toMatchObject({ status: 'unreachable', verified: 'false', attempts: '0' });
    expect(phone.texts()).toEqual([]);
  });

  test('is one at a time for a person', async () => {
    const { phone } = await begin();
    const { executions } = twilio.client().studio.v2.flows(flowSid);
    const again = executions.create({ to: phone.number, from: OURS });
    await expect(again).rejects.toMatchObject({ status: 409 });
  });
});

function matching({ text }: { readonly text: RegExp }): { readonly text: unknown } {
  return { text: expect.stringMatching(text) };
}
