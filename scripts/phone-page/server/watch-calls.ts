import { createListeners } from '../../emulator/listeners';
import type { LocalTwilio } from '../../emulator/local-twilio';
import type { PhoneCall } from '../../emulator/voice/line';

/** A way to place calls that others can follow. */
export interface WatchedCalls {
  readonly dial: LocalTwilio['dial'];
  /** Tells of every call that is placed from now on, before anything happened on it. */
  readonly onCall: (listener: (call: PhoneCall) => void) => () => void;
}

/** Lets several phones (the terminal's, the page's) call by one door, so that the page sees all calls. */
export function watchCalls(dial: LocalTwilio['dial']): WatchedCalls {
  const listeners = createListeners<PhoneCall>();
  return {
    dial: (dialling) => {
      const result = dial(dialling);
      if (result.ok) listeners.tell(result.call);
      return result;
    },
    onCall: listeners.add,
  };
}
