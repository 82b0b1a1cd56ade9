import type { LocalTwilio } from '../../emulator/local-twilio';
import { isSteered } from '../../emulator/time/steered-clock';
import type { ClockView } from '../model/page-state';

type Clock = LocalTwilio['clock'];

/** How the clock looks now. One that cannot be put forward offers nothing to skip. */
export function viewOfClock(clock: Clock): ClockView {
  if (!isSteered(clock)) return { ahead: 0, nextAt: null, isBusy: true };
  return { ahead: clock.ahead(), nextAt: clock.nextAt(), isBusy: clock.isBusy() };
}

/** Puts the clock forward: by some milliseconds, or (null) to the next thing that happens by itself. */
export async function skip(clock: Clock, milliseconds: number | null): Promise<void> {
  if (!isSteered(clock)) return;
  const nextAt = clock.nextAt();
  if (milliseconds !== null) await clock.skip(milliseconds);
  else if (nextAt !== null) await clock.skip(nextAt - clock.now());
}

/** Whether two views of a clock show the same. */
export function isSameClock(one: ClockView, other: ClockView): boolean {
  return one.ahead === other.ahead && one.nextAt === other.nextAt && one.isBusy === other.isBusy;
}
