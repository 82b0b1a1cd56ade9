import type { FaultEffect, Faults } from '../../../scripts/emulator/simulate/faults';

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
    strike: once({ kind: 'answer', status: 500, code: 20500, message: 'Internal server error' }),
    isHarmless: false,
  },
  {
    name: 'an answer with status 429',
    strike: once({ kind: 'answer', status: 429, code: 20429, message: 'Too many requests' }),
    isHarmless: true,
  },
  {
    name: 'a connection cut before the effect',
    strike: (faults, request) => faults.add({ after: request - 1, times: 1, effect: { kind: 'cut-before' } }),
    isHarmless: false,
  },
  {
    name: 'a connection cut after the effect',
    strike: once({ kind: 'cut-after' }),
    isHarmless: false,
  },
  {
    name: 'the end of the process',
    strike: endOfProcess,
    isHarmless: false,
  },
];

function once(effect: FaultEffect): RehearsedFault['strike'] {
  return (faults, request) => faults.add({ after: request - 1, times: 1, effect });
}

/** Twilio cannot tell a process that is gone from one that is cut off for ever. */
function endOfProcess(faults: Faults, request: number): void {
  once({ kind: 'cut-after' })(faults, request);
  faults.add({ after: request - 1, effect: { kind: 'cut-before' } });
}
