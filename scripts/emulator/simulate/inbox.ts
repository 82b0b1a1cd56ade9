import type { Message } from '../entities/message';
import type { Ids } from '../ids';
import { createListeners } from '../listeners';
import type { Store } from '../store';
import type { Clock } from '../time/clock';

/** What a sender says of a message; the inbox adds SID, status and date. */
export type Outgoing = Pick<Message, 'from' | 'to' | 'body' | 'channel'>;

/** The phones of the world: what was sent to which number. */
export interface Inbox {
  /** Carries a message to its number at once; its status is `delivered`. */
  readonly deliver: (outgoing: Outgoing) => Message;
  /** Everything sent to a number (E.164), on whatever channel, newest first. */
  readonly messagesTo: (number: string) => readonly Message[];
  /** Tells of every delivery from now on; call the answer to stop listening. */
  readonly onMessage: (listener: (message: Message) => void) => () => void;
}

/** An inbox that keeps its messages in the store, where the Messages API shows them too. */
export function createInbox(parts: { store: Store; clock: Clock; ids: Ids }): Inbox {
  const listeners = createListeners<Message>();
  const byNumber = new Map<string, Message[]>();
  return {
    deliver: (outgoing) => {
      const message = delivered(outgoing, parts);
      parts.store.messages.set(message.sid, message);
      const number = withoutChannel(message.to);
      byNumber.set(number, [message, ...(byNumber.get(number) ?? [])]);
      listeners.tell(message);
      return message;
    },
    messagesTo: (number) => byNumber.get(withoutChannel(number)) ?? [],
    onMessage: listeners.add,
  };
}

/** A WhatsApp address is the number behind a prefix. */
function withoutChannel(address: string): string {
  return address.replace(/^whatsapp:/, '');
}

function delivered(outgoing: Outgoing, { clock, ids }: { clock: Clock; ids: Ids }): Message {
  return {
    ...outgoing,
    sid: ids.sid('SM'),
    direction: 'outbound-api',
    status: 'delivered',
    errorCode: null,
    dateCreated: clock.now(),
  };
}
