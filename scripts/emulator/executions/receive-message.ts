import type { JsonObject } from '../../../studio/model/json';
import type { Message } from '../entities/message';
import type { Ids } from '../ids';
import type { Inbox } from '../simulate/inbox';
import { redactPasscode } from '../simulate/inbound-passcodes';
import { noteOptWord, type OptChange } from '../simulate/opt-outs';
import type { Store } from '../store';
import type { Clock } from '../time/clock';
import { activeConversation } from './contacts';
import type { Executions } from './executions';
import { findFlow } from './find-flow';
import { flowOfUrl } from './flow-url';
import { endOverdue } from './overdue';
import { mayStart } from './rates';

/** A text that a person sends to a number of the account. */
export interface IncomingText {
  readonly from: string;
  readonly to: string;
  readonly body: string;
}

/** What receiving needs. */
export interface ReceivingWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Where Twilio's own answer to a word like STOP goes. */
  readonly inbox: Inbox;
  readonly executions: Executions;
}

/**
 * Receives a text: the active execution of that person in the number's flow gets it, or a new one starts. A number
 * whose messaging URL is no flow keeps the message and nothing else happens. Words like STOP and START change besides
 * whether the person gets messages of the number (https://help.twilio.com/hc/en-us/articles/223134027). A text that brings a
 * passcode fails with 30038. Not public: whether the webhook gets such a text. Here it does, redacted, so that a flow has to
 * stand it; one that it does not get is the same as none. Returns the message.
 */
export function receiveMessage(world: ReceivingWorld, text: IncomingText): Message {
  const message = receivedMessage(world, text);
  world.store.messages.set(message.sid, message);
  const change = noteOptWord(world.store, message);
  if (change !== null) confirm(world.inbox, message, change);
  handOver(world, message);
  return message;
}

/** Twilio answers such a word itself, in words of its own; these are ours. */
const CONFIRMATIONS: Readonly<Record<OptChange, string>> = {
  'opted-out': 'You will get no more messages from this number. Reply START to get them again.',
  'opted-in': 'You will get messages from this number again. Reply STOP to end them.',
};

function confirm(inbox: Inbox, { from, to, channel }: Message, change: OptChange): void {
  inbox.deliver({ from: to, to: from, body: CONFIRMATIONS[change], channel, direction: 'outbound-reply' });
}

function receivedMessage({ ids, clock }: ReceivingWorld, text: IncomingText): Message {
  const now = clock.now();
  const channel = text.from.startsWith('whatsapp:') ? 'whatsapp' : 'sms';
  const redacted = channel === 'sms' ? redactPasscode(text.body) : null;
  return {
    ...text,
    body: redacted ?? text.body,
    sid: ids.sid('SM'),
    direction: 'inbound',
    channel,
    status: redacted === null ? 'received' : 'failed',
    errorCode: redacted === null ? null : 30_038,
    messagingServiceSid: null,
    dateCreated: now,
    dateSent: now,
    dateUpdated: now,
  };
}

function handOver(world: ReceivingWorld, message: Message): void {
  const { store, executions, clock } = world;
  const number = [...store.phoneNumbers.values()].find((held) => held.phoneNumber === message.to);
  const flow = number && flowOfUrl(store, number.smsUrl);
  if (flow === undefined) return;
  const ends = { contact: message.from, flow: message.to };
  const parameters = webhookParameters(store.account.sid, message);
  endOverdue(world);
  const active = activeConversation(store, flow, ends);
  if (active !== undefined) {
    executions.resume(active.sid, { kind: 'incoming-message', inbound: parameters });
    return;
  }
  const revision = findFlow(store, flow.sid, 'LatestPublished');
  // One too many in this second: the person gets no answer (https://www.twilio.com/docs/studio/user-guide/studio-faq#rate-limits).
  if (revision === undefined || !mayStart(store, 'inbound', clock.now())) return;
  executions.start({
    flowSid: flow.sid,
    flow: revision,
    trigger: { kind: 'message', parameters },
    ends,
    initiatedBy: message.sid,
  });
}

/** What Twilio posts for an incoming text (https://www.twilio.com/docs/messaging/guides/webhook-request). */
function webhookParameters(accountSid: string, message: Message): JsonObject {
  return {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    MessageSid: message.sid,
    SmsMessageSid: message.sid,
    SmsSid: message.sid,
    SmsStatus: 'received',
    From: message.from,
    To: message.to,
    Body: message.body,
    NumMedia: '0',
    NumSegments: '1',
  };
}
