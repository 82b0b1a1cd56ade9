import { guardNetwork } from './guard-network';
import type { Undo } from './replace';

let holders = 0;
let unguard: Undo = () => undefined;

/**
 * Guards the network of this process for as long as anybody holds the guard; call the answer to let go. Several local
 * Twilios in one process share it, and may end in any order.
 */
export function holdGuard(): Undo {
  if (holders === 0) unguard = guardNetwork();
  holders += 1;
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    holders -= 1;
    if (holders === 0) unguard();
  };
}
