import type { Deadline } from '../deadline.private';
import { meaningOf } from '../error-table.private';
import type { Reply } from '../twilio-port.private';
import { mayHaveActed } from './engine.private';
import type { Sender, SendResult, ToSend } from './engine.private';
import type { MessagingPort, TextContent } from './messaging-port.private';
import type { OtpSettings } from './otp-settings.private';
import { senderFor } from './sender-for.private';
import { spokenCode } from './spoken-code.private';

type Senders = Pick<OtpSettings, 'from' | 'whatsappFrom' | 'whatsappContentSid' | 'message'>;

/** Seconds that a text may wait at Twilio, least and most. https://www.twilio.com/docs/api/errors/90007 */
const [LEAST_VALIDITY, MOST_VALIDITY] = [1, 36_000];

/** Programmable Messaging, and Voice where a code is to be said. The code is ours, and the record compares it. */
export function createMessageSender(port: MessagingPort, settings: Senders, deadline: Deadline): Sender {
  return async (text) => {
    const call = requestFor(port, settings, text);
    if (call === undefined) return { kind: 'refused', code: 'channel_not_available' };
    return resultOf(await deadline.attemptWithRetries(call));
  };
}

/** The request that carries the code; `undefined` when there is no sender for the channel. */
function requestFor(
  port: MessagingPort,
  { message, whatsappContentSid, ...senders }: Senders,
  { to, channel, code = '', minutes, seconds }: ToSend,
): (() => Promise<Reply<undefined>>) | undefined {
  const sender = senderFor(channel, senders);
  if (sender === undefined) return undefined;
  if (channel === 'call') {
    return () => port.call({ to, from: sender, twiml: spokenCode(message, code, minutes) });
  }
  const validityPeriod = validityOf(seconds);
  const body = message.replaceAll('{code}', code).replaceAll('{minutes}', String(minutes));
  if (channel === 'sms') return () => port.sendText({ to, from: sender, content: { body }, validityPeriod });
  const content = whatsappContentSid === undefined ? { body } : templateOf(whatsappContentSid, code);
  const from = sender.startsWith('MG') ? sender : `whatsapp:${sender}`;
  return () => port.sendText({ to: `whatsapp:${to}`, from, content, validityPeriod });
}

/** A code that has expired is not to be delivered any more. Rounded down: rather not at all than late. */
function validityOf(seconds: number): number {
  return Math.min(Math.max(Math.floor(seconds), LEAST_VALIDITY), MOST_VALIDITY);
}

/** An authentication template has one variable, which is the code. https://www.twilio.com/docs/content/whatsappauthentication */
function templateOf(contentSid: string, code: string): TextContent {
  return { contentSid, contentVariables: JSON.stringify({ 1: code }) };
}

function resultOf(reply: Reply<undefined>): SendResult {
  switch (reply.kind) {
    case 'done':
      return { kind: 'sent' };
    case 'unknown':
      return { kind: 'maybe_sent' };
    case 'not-sent':
      return { kind: 'refused', code: 'temporarily_unavailable' };
    case 'refused': {
      if (mayHaveActed(reply.code)) return { kind: 'maybe_sent' };
      const { onStart } = meaningOf(reply.code, reply.parameter);
      const code =
        onStart === 'invalid_number' || onStart === 'unreachable' ? onStart : 'temporarily_unavailable';
      return { kind: 'refused', code, twilioCode: reply.code };
    }
  }
}
