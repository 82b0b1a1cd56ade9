import type { Clock, Milliseconds, Timer } from './clock';

/** The longest delay that Node's timers keep; a longer one would fire at once. */
const LONGEST_DELAY: Milliseconds = 2_147_483_647;

/** The computer's own time, for `npm start`. `during` has nothing to do: real time never stands still. */
export function realClock(): Clock {
  return { now: () => Date.now(), schedule, during: (work) => work };
}

function schedule(delay: Milliseconds, action: () => void): Timer {
  const due = Date.now() + delay;
  const arm = (): NodeJS.Timeout => {
    const rest = due - Date.now();
    if (rest <= LONGEST_DELAY) return setTimeout(action, rest);
    return setTimeout(() => {
      handle = arm();
    }, LONGEST_DELAY);
  };
  let handle = arm();
  return { cancel: () => clearTimeout(handle) };
}
