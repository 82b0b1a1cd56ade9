import type { Milliseconds } from './clock';

// Taken when this file loads: where virtual time is installed, the globals of these names no longer mean real time.
const { setImmediate: realImmediate, setTimeout: realTimeout, clearTimeout: clearRealTimeout } = globalThis;

/** One full turn of the real event loop: whatever had arrived is handled, promise chains included. */
export function realTurn(): Promise<void> {
  return new Promise((resolve) => {
    realImmediate(resolve);
  });
}

/** A stretch of real time, for what can only be asked again. */
export function realPause(milliseconds: Milliseconds): Promise<void> {
  return new Promise((resolve) => {
    realTimeout(resolve, milliseconds);
  });
}

/** Calls `action` after a stretch of real time; call the answer to prevent it. */
export function afterRealTime(milliseconds: Milliseconds, action: () => void): () => void {
  const timer = realTimeout(action, milliseconds);
  return () => clearRealTimeout(timer);
}
