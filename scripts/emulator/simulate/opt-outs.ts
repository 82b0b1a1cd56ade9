import type { Message } from '../entities/message';
import type { Store } from '../store';

/**
 * Words that end messages from a long code
 * (https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out).
 */
const STOP_WORDS = ['STOP', 'UNSUBSCRIBE', 'END', 'QUIT', 'STOPALL', 'REVOKE', 'OPTOUT', 'CANCEL'];

/** Words that undo it (https://help.twilio.com/hc/en-us/articles/223134027). */
const START_WORDS = ['START', 'YES', 'UNSTOP'];

/** What a word changed for the person who sent it. */
export type OptChange = 'opted-out' | 'opted-in';

/**
 * Takes a text for what it may mean to Twilio itself: alone, in any case, one of the words ends or resumes the messages
 * of that number, and of the messaging services that it belongs to. Null: it changes nothing. WhatsApp has no such words.
 */
export function noteOptWord(store: Store, message: Message): OptChange | null {
  if (message.channel !== 'sms') return null;
  const word = message.body.trim().toUpperCase();
  const senders = [message.to, ...servicesOf(store, message.to)];
  if (STOP_WORDS.includes(word)) {
    for (const sender of senders) store.optOuts.add(key(sender, message.from));
    return 'opted-out';
  }
  const wasOut = senders.some((sender) => store.optOuts.has(key(sender, message.from)));
  if (!wasOut || !START_WORDS.includes(word)) return null;
  for (const sender of senders) store.optOuts.delete(key(sender, message.from));
  return 'opted-in';
}

/** Whether a person has ended the messages of a number or a messaging service (21610). */
export function isOptedOut(store: Store, sender: string, person: string): boolean {
  return store.optOuts.has(key(sender, person));
}

function servicesOf(store: Store, number: string): string[] {
  return [...store.messagingServices].flatMap(([sid, numbers]) => (numbers.includes(number) ? [sid] : []));
}

function key(sender: string, person: string): string {
  return `${sender} ${person}`;
}
