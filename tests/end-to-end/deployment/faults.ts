import type { Faults } from '../../../scripts/emulator/simulate/faults';

/** What can happen to one request of a deployment. */
export interface RehearsedFault {
  /** Completes "… at request 7". */
  readonly name: string;
  /** Lets it happen to the request of this number, from 1 on. */
  readonly strike: (faults: Faults, request: number) => void;
  /** Whether a deployment goes on as if nothing had been. */
  readonly isHarmless: boolean;
}

/** Every kind of trouble that a request can meet. */
export const REHEARSED_FAULTS: readonly RehearsedFault[] = [
  {
    name: 'an answer with status 500',
    strike: (faults, request) =>
      faults.add({ after: request - 1, times: 1, effect: answer(500, 20500, 'Internal server error') }),
    isHarmless: false,
  },
  {
    name: 'an answer with status 429',
    strike: (faults, request) =>
      faults.add({ after: request - 1, times: 1, effect: answer(429, 20429, 'Too many requests') }),
    isHarmless: true,
  },
  {
    name: 'a connection cut before the effect',
    strike: (faults, request) => faults.add({ after: request - 1, times: 1, effect: { kind: 'cut-before' } }),
    isHarmless: false,
  },
  {
    name: 'a connection cut after the effect',
    strike: (faults, request) => faults.add({ after: request - 1, times: 1, effect: { kind: 'cut-after' } }),
    isHarmless: false,
  },
  {
    // Twilio cannot tell a process that is gone from one that is cut off for ever.
    name: 'the end of the process',
    strike: (faults, request) => {
      faults.add({ after: request - 1, times: 1, effect: { kind: 'cut-after' } });
      faults.add({ after: request - 1, effect: { kind: 'cut-before' } });
    },
    isHarmless: false,
  },
];

function answer(status: number, code: number, message: string) {
  return { kind: 'answer', status, code, message } as const;
}
