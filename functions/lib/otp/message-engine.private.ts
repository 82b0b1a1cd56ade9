import type { Deadline } from '../deadline.private';
import { meaningOf } from '../error-table.private';
import type { Reply } from '../twilio-port.private';
import { mayHaveActed } from './engine.private';
import type { Sender, SendResult, ToSend } from './engine.private';
import type { MessagingPort } from './messaging-port.private';
import type { OtpSettings } from './otp-settings.private';
import { senderFor } from './sender-for.private';
import { spokenCode } from './spoken-code.private';

type Senders = Pick<OtpSettings, 'from' | 'whatsappFrom' | 'message'>;

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
  { message, ...senders }: Senders,
  { to, channel, code = '', minutes }: ToSend,
): (() => Promise<Reply<undefined>>) | undefined {
  const body = message.replaceAll('{code}', code).replaceAll('{minutes}', String(minutes));
  const sender = senderFor(channel, senders);
  if (sender === undefined) return undefined;
  if (channel === 'call') {
    return () => port.call({ to, from: sender, twiml: spokenCode(message, code, minutes) });
  }
  if (channel === 'sms') return () => port.sendText({ to, from: sender, body });
  const whatsapp = sender.startsWith('MG') ? sender : `whatsapp:${sender}`;
  return () => port.sendText({ to: `whatsapp:${to}`, from: whatsapp, body });
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
