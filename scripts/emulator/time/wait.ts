import type { Clock, Milliseconds } from './clock';
import { isVirtual } from './virtual-clock';

/** Lets this much of a clock's time pass: at once in virtual time, whose clock then runs every timer on the way. */
export function wait(clock: Clock, milliseconds: Milliseconds): Promise<void> {
  if (isVirtual(clock)) return clock.advance(milliseconds);
  return new Promise((resolve) => clock.schedule(milliseconds, resolve));
}
