import type { Fault } from '../../emulator/simulate/faults';
import type { LocalTwilio } from '../../emulator/local-twilio';
import type { BreakageView } from '../model/page-state';

/** What breakages reach into; a `LocalTwilio` has all of it. */
export type Breakable = Pick<LocalTwilio, 'faults' | 'answerAlways' | 'store' | 'clock'>;

/** Something to break: what the page says of it, and how it is switched on. */
export interface Breakage extends Omit<BreakageView, 'isOn'> {
  /** Breaks it; call the answer to mend it. */
  readonly breakIt: (local: Breakable) => () => void;
}

const STARTS = { host: 'verify.twilio.com', method: 'POST', path: /\/Verifications$/ } as const;
const CHECKS = { host: 'verify.twilio.com', method: 'POST', path: /\/VerificationCheck$/ } as const;

/** Studio gives a Function this long (https://www.twilio.com/docs/studio/widget-library/run-function). */
const FUNCTION_TIMEOUT_MILLISECONDS = 10_000;

/** Everything that the page can break, in its order. The tests play a call against each row. */
export const BREAKAGES: readonly Breakage[] = [
  {
    id: 'slow-verify',
    group: 'Verify',
    name: 'Verify is slow',
    does: 'Sending a code takes 7 seconds. Our Function waits 6, so it cannot know whether the code was sent.',
    hears: 'Your code should arrive in a moment',
    breakIt: withFault({ ...STARTS, effect: { kind: 'delay', milliseconds: 7000 } }),
  },
  {
    id: 'verify-down',
    group: 'Verify',
    name: 'Verify is down',
    does: 'Every request to Verify is answered with 503.',
    hears: 'something went wrong on our side',
    breakIt: withFault({ host: 'verify.twilio.com', effect: refusal(503, 20503, 'Service unavailable') }),
  },
  {
    id: 'lost-answer',
    group: 'Verify',
    name: 'Verify’s answer gets lost',
    does: 'The code is sent, but the connection breaks before Verify has said so.',
    hears: 'Your code should arrive in a moment',
    breakIt: withFault({ ...STARTS, effect: { kind: 'cut-after' } }),
  },
  {
    id: 'expired-code',
    group: 'Verify',
    name: 'Codes have expired',
    does: 'Verify knows of no open verification when a code is checked: 20404.',
    hears: 'this code is no longer valid',
    breakIt: withFault({
      ...CHECKS,
      effect: refusal(404, 20404, 'The requested resource was not found'),
    }),
  },
  {
    id: 'too-many-codes',
    group: 'Verify',
    name: 'Too many codes sent',
    does: 'The number has had five codes in ten minutes: 60203.',
    hears: 'too many requests for this number',
    breakIt: withFault({ ...STARTS, effect: refusal(429, 60203, 'Max send attempts reached') }),
  },
  {
    id: 'fraud-guard',
    group: 'Verify',
    name: 'Fraud Guard steps in',
    does: 'Verify blocks the caller’s prefix: 60410. The caller does not learn why.',
    hears: 'this number cannot receive our codes',
    breakIt: withFault({
      ...STARTS,
      effect: refusal(403, 60410, 'Verification delivery attempt blocked'),
    }),
  },
  {
    id: 'landline',
    group: 'Carrier',
    name: 'The caller has a landline',
    does: 'Verify cannot send a text to the number: 60205.',
    hears: 'this number cannot receive our codes',
    breakIt: withFault({
      ...STARTS,
      effect: refusal(403, 60205, 'SMS is not supported by landline phone number'),
    }),
  },
  {
    id: 'carrier-down',
    group: 'Carrier',
    name: 'Texts get lost',
    does: 'Verify sends the code, and the carrier loses it. The caller waits for nothing.',
    hears: 'we did not receive a code from you',
    breakIt: ({ store }: Breakable) => {
      store.carrier.isDown = true;
      return () => {
        store.carrier.isDown = false;
      };
    },
  },
  {
    id: 'functions-time-out',
    group: 'Functions',
    name: 'Functions time out',
    does: 'No Function answers. Studio gives up after 10 seconds.',
    hears: 'something went wrong on our side',
    breakIt: ({ answerAlways, clock }: Breakable) => {
      answerAlways(
        () =>
          new Promise((resolve) => {
            clock.schedule(FUNCTION_TIMEOUT_MILLISECONDS, () => resolve({ failure: 'timeout' }));
          }),
      );
      return () => answerAlways(null);
    },
  },
  {
    id: 'functions-crash',
    group: 'Functions',
    name: 'Functions crash',
    does: 'Every Function answers with 500 at once.',
    hears: 'something went wrong on our side',
    breakIt: ({ answerAlways }: Breakable) => {
      answerAlways(async () => ({ status: 500, contentType: 'text/plain', body: 'Internal Server Error' }));
      return () => answerAlways(null);
    },
  },
];

/** Everything breakable with its switch. */
export interface Workbench {
  readonly view: () => readonly BreakageView[];
  /** Breaks or mends one; false when there is no such thing. */
  readonly set: (id: string, isOn: boolean) => boolean;
}

/** A local Twilio on which nothing is broken by this page yet. */
export function createWorkbench(local: Breakable): Workbench {
  const mends = new Map<string, () => void>();
  const mend = (id: string): void => {
    mends.get(id)?.();
    mends.delete(id);
  };
  return {
    view: () => BREAKAGES.map(({ breakIt: _, ...texts }) => ({ ...texts, isOn: mends.has(texts.id) })),
    set: (id, isOn) => {
      const breakage = BREAKAGES.find((one) => one.id === id);
      if (breakage === undefined) return false;
      mend(id);
      if (!isOn) return true;
      // Functions do one wrong thing at a time: the later switch is the one that counts.
      if (breakage.group === 'Functions') {
        BREAKAGES.filter(({ group }) => group === 'Functions').forEach((one) => mend(one.id));
      }
      mends.set(id, breakage.breakIt(local));
      return true;
    },
  };
}

function withFault(fault: Fault): Breakage['breakIt'] {
  return ({ faults }) => faults.add({ ...fault });
}

function refusal(status: number, code: number, message: string): Fault['effect'] {
  return { kind: 'answer', status, code, message };
}
