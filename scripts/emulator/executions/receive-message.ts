import type { JsonObject } from '../../../studio/model/json';
import type { Message } from '../entities/message';
import type { Ids } from '../ids';
import type { Store } from '../store';
import type { Clock } from '../time/clock';
import { activeConversation } from './contacts';
import type { Executions } from './executions';
import { findFlow } from './find-flow';
import { flowOfUrl } from './flow-url';

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
  readonly executions: Executions;
}

/**
 * Receives a text: the active execution of that person in the number's flow gets it, or a new one starts. A number
 * whose messaging URL is no flow keeps the message and nothing else happens. Returns the message.
 */
export function receiveMessage(world: ReceivingWorld, text: IncomingText): Message {
  const message = receivedMessage(world, text);
  world.store.messages.set(message.sid, message);
  handOver(world, message);
  return message;
}

function receivedMessage({ ids, clock }: ReceivingWorld, text: IncomingText): Message {
  return {
    ...text,
    sid: ids.sid('SM'),
    direction: 'inbound',
    channel: text.from.startsWith('whatsapp:') ? 'whatsapp' : 'sms',
    status: 'received',
    errorCode: null,
    dateCreated: clock.now(),
  };
}

function handOver({ store, executions }: ReceivingWorld, message: Message): void {
  const number = [...store.phoneNumbers.values()].find((held) => held.phoneNumber === message.to);
  const flow = number && flowOfUrl(store, number.smsUrl);
  if (flow === undefined) return;
  const ends = { contact: message.from, flow: message.to };
  const parameters = webhookParameters(store.account.sid, message);
  const active = activeConversation(store, flow, ends);
  if (active !== undefined) {
    executions.resume(active.sid, { kind: 'incoming-message', inbound: parameters });
    return;
  }
  const revision = findFlow(store, flow.sid, 'LatestPublished');
  if (revision === undefined) return;
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
