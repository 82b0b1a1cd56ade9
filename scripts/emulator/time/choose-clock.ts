import type { Clock, Milliseconds } from './clock';
import { realClock } from './real-clock';
import { steeredClock } from './steered-clock';
import { virtualClock } from './virtual-clock';

/**
 * - `virtual`: time moves only where somebody runs it, and jumps.
 * - `real`: the computer's own.
 * - `steered`: the computer's own, and can be put forward (`SteeredClock`).
 */
export type ClockKind = 'virtual' | 'real' | 'steered';

const DEFAULT_START = Date.UTC(2026, 0, 15, 12);

/** A clock of a kind; a virtual one shows `startAt` at first, noon of 15 January 2026 (UTC) by default. */
export function chooseClock(kind: ClockKind, startAt: Milliseconds = DEFAULT_START): Clock {
  switch (kind) {
    case 'virtual':
      return virtualClock(startAt);
    case 'real':
      return realClock();
    case 'steered':
      return steeredClock();
  }
}
