import type { JsonObject } from '../../../studio/model/json';
import type { OutgoingMessage } from '../../../studio/model/wait';
import type { Message } from '../entities/message';
import type { Inbox } from '../simulate/inbox';
import { isOptedOut } from '../simulate/opt-outs';
import type { Phones } from '../simulate/phones';
import { outcomeOf } from '../simulate/text-outcome';
import type { Store } from '../store';

/** Whether Twilio took the message, and the message resource as Studio keeps it under `outbound`. */
export interface SentMessage {
  readonly failed: boolean;
  readonly outbound: JsonObject;
  /** What Twilio will say of it in a moment, when it has not reached its phone. */
  readonly undelivered?: JsonObject;
}

/** What sending needs. */
export interface SendingWorld {
  readonly store: Store;
  readonly inbox: Inbox;
  readonly phones: Phones;
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
 * (https://www.twilio.com/docs/api/errors/21602), a person who said STOP with 21610
 * (https://www.twilio.com/docs/api/errors/21610).
 */
export function sendMessage(world: SendingWorld, outgoing: OutgoingMessage): SentMessage {
  const { store, inbox } = world;
  const { from, to, body } = outgoing;
  const refusal = refusalOf(store, outgoing);
  if (refusal !== null) return { failed: true, outbound: refusedResource(outgoing, refusal) };
  const channel = to.startsWith('whatsapp:') ? 'whatsapp' : 'sms';
  const outcome = outcomeOf(world, { to, channel });
  if (outcome.status !== 'delivered') {
    const lost = { from, to, body, channel, ...outcome } as const;
    const outbound = resource(store.account.sid, inbox.lose(lost));
    const undelivered = { ...outbound, Status: outcome.status, ErrorCode: String(outcome.errorCode) };
    return { failed: false, outbound, undelivered };
  }
  const message = inbox.deliver({ from, to, body, channel });
  return { failed: false, outbound: resource(store.account.sid, message) };
}

function refusalOf(store: Store, outgoing: OutgoingMessage): Refusal | null {
  if (!ADDRESS.test(outgoing.to)) return { code: 21211, message: "Invalid 'To' Phone Number" };
  if (isOptedOut(store, outgoing.from, outgoing.to)) {
    return { code: 21610, message: 'Attempt to send to unsubscribed recipient' };
  }
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
