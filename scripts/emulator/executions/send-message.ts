import type { JsonObject } from '../../../studio/model/json';
import type { OutgoingMessage } from '../../../studio/model/wait';
import type { Account } from '../entities/account';
import type { Message } from '../entities/message';
import type { Inbox } from '../simulate/inbox';

/** Whether Twilio took the message, and the message resource as Studio keeps it under `outbound`. */
export interface SentMessage {
  readonly failed: boolean;
  readonly outbound: JsonObject;
}

/** What is wrong with a message, as the Messages API says it. */
interface Refusal {
  readonly code: number;
  readonly message: string;
}

const ADDRESS = /^(whatsapp:)?\+[1-9]\d{6,14}$/;

/**
 * Sends what a widget asks for: it is in the inbox, delivered, when this returns. An address that no text can reach
 * is refused with 21211 (https://www.twilio.com/docs/api/errors/21211), an empty text with 21602
 * (https://www.twilio.com/docs/api/errors/21602).
 */
export function sendMessage(account: Account, inbox: Inbox, outgoing: OutgoingMessage): SentMessage {
  const { from, to, body } = outgoing;
  const refusal = refusalOf(outgoing);
  if (refusal !== null) return { failed: true, outbound: refusedResource(outgoing, refusal) };
  const channel = to.startsWith('whatsapp:') ? 'whatsapp' : 'sms';
  const message = inbox.deliver({ from, to, body, channel });
  return { failed: false, outbound: resource(account.sid, message) };
}

function refusalOf(outgoing: OutgoingMessage): Refusal | null {
  if (!ADDRESS.test(outgoing.to)) return { code: 21211, message: "Invalid 'To' Phone Number" };
  const hasContent = outgoing.body !== '' || outgoing.mediaUrl !== '' || 'content_sid' in outgoing.extra;
  return hasContent ? null : { code: 21602, message: 'Message body is required.' };
}

function refusedResource(outgoing: OutgoingMessage, refusal: Refusal): JsonObject {
  return {
    From: outgoing.from,
    To: outgoing.to,
    Body: outgoing.body,
    Status: 'failed',
    ErrorCode: String(refusal.code),
    ErrorMessage: refusal.message,
  };
}

function resource(accountSid: string, message: Message): JsonObject {
  return {
    Sid: message.sid,
    AccountSid: accountSid,
    From: message.from,
    To: message.to,
    Body: message.body,
    Status: 'queued',
    Direction: message.direction,
    DateCreated: new Date(message.dateCreated).toUTCString(),
    ErrorCode: null,
    ErrorMessage: null,
  };
}
