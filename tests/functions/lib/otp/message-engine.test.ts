import { startDeadline } from '../../../../functions/lib/deadline.private';
import type { ToSend } from '../../../../functions/lib/otp/engine.private';
import { createMessageSender } from '../../../../functions/lib/otp/message-engine.private';
import type { SpokenText, Text } from '../../../../functions/lib/otp/messaging-port.private';
import { createFakeTime } from '../../fakes/fake-time';

const TO = '+14155550100';
const FROM = '+14155550199';
const TEMPLATE = `HX${'4'.repeat(32)}`;
const ALL = { message: 'Code {code}, {minutes} minutes', from: FROM, whatsappFrom: FROM };

/** What Twilio is asked for one text. */
async function sent(text: Partial<ToSend>, settings: object = {}): Promise<Text | SpokenText | undefined> {
  const asked: (Text | SpokenText)[] = [];
  const keep = async (each: Text | SpokenText) => {
    asked.push(each);
    return { kind: 'done', value: undefined } as const;
  };
  const port = { sendText: keep, call: keep };
  const send = createMessageSender(port, { ...ALL, ...settings }, startDeadline(createFakeTime()));
  const usual = { to: TO, channel: 'sms', code: '012345', minutes: 5, seconds: 300, requestId: 'x' } as const;
  expect(await send({ ...usual, ...text })).toEqual({ kind: 'sent' });
  return asked[0];
}

describe('createMessageSender', () => {
  test('lets a text wait at Twilio for as long as its code is good', async () => {
    expect(await sent({ seconds: 299.9 })).toEqual({
      to: TO,
      from: FROM,
      content: { body: 'Code 012345, 5 minutes' },
      validityPeriod: 299,
    });
  });

  test.each([
    [0.4, 1],
    [-1, 1],
    [36_000.5, 36_000],
    [40_000, 36_000],
  ])('keeps %p seconds within what Twilio takes', async (seconds, validityPeriod) => {
    expect(await sent({ seconds })).toMatchObject({ validityPeriod });
  });

  test('writes to WhatsApp in words of its own', async () => {
    expect(await sent({ channel: 'whatsapp' })).toEqual({
      to: `whatsapp:${TO}`,
      from: `whatsapp:${FROM}`,
      content: { body: 'Code 012345, 5 minutes' },
      validityPeriod: 300,
    });
  });

  test('writes to WhatsApp by a template when there is one', async () => {
    const text = await sent({ channel: 'whatsapp' }, { whatsappContentSid: TEMPLATE });
    expect(text).toMatchObject({
      content: { contentSid: TEMPLATE, contentVariables: '{"1":"012345"}' },
      validityPeriod: 300,
    });
  });

  test('keeps the template of WhatsApp out of text messages', async () => {
    const text = await sent({}, { whatsappContentSid: TEMPLATE });
    expect(text).toMatchObject({ content: { body: 'Code 012345, 5 minutes' } });
  });
});
