import type { Call } from '../entities/call';
import { createListeners } from '../listeners';
import type { CallOrder, OutgoingWorld, RingingCall } from './call-order';
import { OutgoingCall } from './outgoing-call';
import type { ReceivedCall } from './phone-log';

/** The calls that the account makes. */
export interface OutgoingCalls {
  /** The call is `queued` when this returns, and moves on with the clock. */
  readonly place: (order: CallOrder) => Call;
  /** The live end of a call that was placed; undefined for any other. */
  readonly find: (callSid: string) => OutgoingCall | undefined;
  /** Tells of every call that begins to ring from now on; call the answer to stop listening. */
  readonly onRing: (listener: (call: RingingCall) => void) => () => void;
  /** The calls that a phone got, newest first. */
  readonly callsTo: (number: string) => readonly ReceivedCall[];
}

/** No call yet. */
export function createOutgoingCalls(world: OutgoingWorld): OutgoingCalls {
  const ringing = createListeners<RingingCall>();
  const calls = new Map<string, OutgoingCall>();
  return {
    place: (order) => {
      const call = newCall(world, order);
      calls.set(call.sid, new OutgoingCall(world, call, order, ringing.tell));
      return call;
    },
    find: (callSid) => calls.get(callSid),
    onRing: ringing.add,
    callsTo: (number) =>
      [...calls.values()]
        .filter(({ call }) => call.to === number)
        .map(({ received }) => received)
        .reverse(),
  };
}

function newCall({ ids, clock }: OutgoingWorld, { from, to }: CallOrder): Call {
  return {
    sid: ids.sid('CA'),
    from,
    to,
    direction: 'outbound-api',
    status: 'queued',
    dateCreated: clock.now(),
    startTime: null,
    endTime: null,
  };
}
