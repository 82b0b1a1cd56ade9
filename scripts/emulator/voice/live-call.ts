import type { Call } from '../entities/call';
import type { Inbox } from '../simulate/inbox';
import type { Store } from '../store';
import type { Clock } from '../time/clock';
import type { TwimlNote } from '../twiml/verbs';
import { CallLine } from './call-line';
import { personOn, showTexts } from './person';
import type { LiveCall, Program } from './program';

/** What every call needs, whoever made it. */
export interface LiveCallWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly inbox: Inbox;
}

/**
 * Gives a call its line, and keeps the call in the store. Until a program takes the call, a hang-up ends it; an open program
 * may be replaced by another.
 */
export function openCall(world: LiveCallWorld, call: Call, note: (note: TwimlNote) => void): LiveCall {
  let program: Program | null = null;
  world.store.calls.set(call.sid, call);
  const line: CallLine = new CallLine(call, {
    accountSid: world.store.account.sid,
    clock: world.clock,
    resume: (input) => {
      if (program !== null) program.resume(input);
      else if (input.kind === 'hang-up') line.end({ outcome: 'hung-up' });
    },
  });
  showTexts(world.inbox, line, personOn(call));
  return {
    call,
    line,
    note,
    hand: (next) => {
      program?.stop?.();
      program = next;
    },
  };
}
