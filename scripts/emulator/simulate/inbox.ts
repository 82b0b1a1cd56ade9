import type { Message } from '../entities/message';
import type { Ids } from '../ids';
import { createListeners } from '../listeners';
import type { Store } from '../store';
import type { Clock } from '../time/clock';

/** What a sender says of a message; the inbox adds SID, status and date. */
export type Outgoing = Pick<Message, 'from' | 'to' | 'body' | 'channel'> &
  Partial<Pick<Message, 'direction'>>;

/** The phones of the world: what was sent to which number. */
export interface Inbox {
  /** Carries a message to its number at once; its status is `delivered`. */
  readonly deliver: (outgoing: Outgoing) => Message;
  /** Keeps a message that reaches no phone, with what the carrier says of it. */
  readonly lose: (outgoing: Outgoing & Pick<Message, 'status' | 'errorCode'>) => Message;
  /** Hands a message that somebody else keeps to its phone, which has its own copy of it from then on. */
  readonly arrive: (message: Message) => void;
  /** Everything sent to a number (E.164), on whatever channel, newest first. */
  readonly messagesTo: (number: string) => readonly Message[];
  /** Tells of every delivery from now on; call the answer to stop listening. */
  readonly onMessage: (listener: (message: Message) => void) => () => void;
}

/** An inbox that keeps its messages in the store, where the Messages API shows them too. */
export function createInbox(parts: { store: Store; clock: Clock; ids: Ids }): Inbox {
  const listeners = createListeners<Message>();
  const byNumber = new Map<string, Message[]>();
  const arrive = (message: Message): void => {
    if (parts.store.carrier.isDown) return;
    const number = withoutChannel(message.to);
    const copy: Message = { ...message, status: 'delivered' };
    byNumber.set(number, [copy, ...(byNumber.get(number) ?? [])]);
    listeners.tell(copy);
  };
  return {
    deliver: (outgoing) => {
      const message = delivered(outgoing, parts);
      parts.store.messages.set(message.sid, message);
      arrive(message);
      return message;
    },
    lose: (outgoing) => {
      const { status, errorCode } = outgoing;
      const message: Message = { ...delivered(outgoing, parts), status, errorCode };
      parts.store.messages.set(message.sid, message);
      return message;
    },
    arrive,
    messagesTo: (number) => byNumber.get(withoutChannel(number)) ?? [],
    onMessage: listeners.add,
  };
}

/** A WhatsApp address is the number behind a prefix. */
export function withoutChannel(address: string): string {
  return address.replace(/^whatsapp:/, '');
}

function delivered(outgoing: Outgoing, { clock, ids }: { clock: Clock; ids: Ids }): Message {
  const now = clock.now();
  return {
    direction: 'outbound-api',
    ...outgoing,
    sid: ids.sid('SM'),
    status: 'delivered',
    errorCode: null,
    messagingServiceSid: null,
    dateCreated: now,
    dateSent: now,
    dateUpdated: now,
  };
}
