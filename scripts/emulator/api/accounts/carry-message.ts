import type { Message, MessageStatus } from '../../entities/message';
import type { TextOutcome } from '../../simulate/phones';
import { outcomeOf } from '../../simulate/text-outcome';
import type { ApiContext } from '../context';
import type { MessageOrder } from './message-order';

/** Not public: how long Twilio and the carriers take. The phone has the text at once; what is said of it comes later. */
const MILLISECONDS = { toSend: 200, toReport: 1000 };

/**
 * Makes the resource of a new message and sends it on its way. Its first status is told by the answer alone, every other
 * one also to its status callback
 * (https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks).
 */
export function carryMessage(order: MessageOrder, context: ApiContext): Message {
  const { clock, store, ids } = context;
  const { statusCallback, sendAt, ...content } = order;
  const now = clock.now();
  const message: Message = {
    ...content,
    sid: ids.sid('SM'),
    direction: 'outbound-api',
    status: firstStatus(order),
    errorCode: null,
    dateCreated: now,
    dateSent: null,
    dateUpdated: now,
  };
  store.messages.set(message.sid, message);
  const carrier = { message, statusCallback, context };
  if (sendAt === null) begin(carrier);
  else
    clock.schedule(sendAt - now, () => {
      if (message.status === 'scheduled') begin(carrier);
    });
  return message;
}

interface Carrier {
  readonly message: Message;
  readonly statusCallback: string;
  readonly context: ApiContext;
}

function firstStatus({ sendAt, messagingServiceSid }: MessageOrder): MessageStatus {
  if (sendAt !== null) return 'scheduled';
  return messagingServiceSid === null ? 'queued' : 'accepted';
}

function begin(carrier: Carrier): void {
  const { message, context } = carrier;
  const { clock, inbox } = context;
  const outcome = outcomeOf(context, message);
  if (outcome.status === 'delivered') inbox.arrive(message);
  if (message.status !== 'queued') clock.schedule(0, () => become(carrier, 'queued'));
  clock.schedule(MILLISECONDS.toSend, () => {
    if (outcome.status !== 'failed') message.dateSent = clock.now();
    become(carrier, outcome.status === 'failed' ? 'failed' : 'sent', outcome);
  });
  if (outcome.status === 'failed') return;
  clock.schedule(MILLISECONDS.toReport, () => become(carrier, outcome.status, outcome));
}

function become(carrier: Carrier, status: MessageStatus, outcome?: TextOutcome): void {
  const { message, context } = carrier;
  message.status = status;
  message.dateUpdated = context.clock.now();
  const isEnd = outcome?.status === status;
  message.errorCode = isEnd && 'errorCode' in outcome ? outcome.errorCode : null;
  tell(carrier);
}

/** https://www.twilio.com/docs/messaging/guides/track-outbound-message-status. Nobody waits for the answer. */
function tell({ message, statusCallback, context }: Carrier): void {
  if (statusCallback === '') return;
  const { messagingServiceSid, errorCode } = message;
  void context.webhooks?.({
    method: 'POST',
    url: statusCallback,
    parameters: {
      AccountSid: context.store.account.sid,
      ApiVersion: '2010-04-01',
      From: message.from,
      To: message.to,
      MessageSid: message.sid,
      MessageStatus: message.status,
      SmsSid: message.sid,
      SmsStatus: message.status,
      ...(messagingServiceSid !== null && { MessagingServiceSid: messagingServiceSid }),
      ...(errorCode !== null && { ErrorCode: String(errorCode) }),
    },
  });
}
