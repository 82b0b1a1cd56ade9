import type { Message } from '../entities/message';
import type { RingingCall } from '../voice/call-order';
import { codeHeard } from '../voice/code-heard';
import type { OutgoingCalls } from '../voice/outgoing-calls';
import type { ReceivedCall } from '../voice/phone-log';
import type { Inbox } from './inbox';
import type { PhoneHabits, Phones } from './phones';

/** One simulated phone, for tests and pages: what reached it, and how it takes what comes. */
export interface Phone {
  /** E.164. */
  readonly number: string;
  /** What was sent to it on any channel, newest first. */
  readonly texts: () => readonly Message[];
  /** The calls that the account made to it, newest first, with what was heard on each. */
  readonly calls: () => readonly ReceivedCall[];
  /** The code that the newest call read aloud; null when it read none, or nobody called. */
  readonly codeHeard: () => string | null;
  /** Tells of every call that begins to ring here from now on; call the answer to stop listening. */
  readonly onRing: (listener: (call: RingingCall) => void) => () => void;
  /** Changes some of its habits, from the next call or text on. */
  readonly behave: (habits: Partial<PhoneHabits>) => void;
}

/** The phone with a number; it may never have been heard of. */
export function phoneAt(
  number: string,
  world: { readonly inbox: Inbox; readonly phones: Phones; readonly outgoingCalls: OutgoingCalls },
): Phone {
  const calls = (): readonly ReceivedCall[] => world.outgoingCalls.callsTo(number);
  return {
    number,
    texts: () => world.inbox.messagesTo(number),
    calls,
    codeHeard: () => codeHeard(calls()[0]?.heard ?? []),
    onRing: (listener) =>
      world.outgoingCalls.onRing((call) => {
        if (call.to === number) listener(call);
      }),
    behave: (habits) => world.phones.behave(number, habits),
  };
}
