import type { Milliseconds } from './clock';

/**
 * Something outside the clock's own timers that virtual time has to take along: the process of the functions, or the
 * HTTP requests that a server in this process is answering.
 */
export interface Participant {
  /** False while nothing can happen in it on its own accord; it is not asked then. */
  readonly isAwake: () => boolean;
  /** How many pieces of somebody's work it is holding now, and might be holding until a later moment. */
  readonly waiting: () => number;
  /** Looks whether anything real is still going on in it. */
  readonly settle: () => Promise<Settlement>;
  /** Moves its time forward and fires its timers that are due. */
  readonly advanceTo: (now: Milliseconds) => Promise<void>;
}

/**
 * - `busy`: something real is under way; ask again.
 * - `quiet`: only time can change anything. `outgoing`: requests of its own that wait for an answer; `nextTimer`: the
 *   moment of its earliest timer, null without one.
 */
export type Settlement =
  | { readonly kind: 'busy' }
  | { readonly kind: 'quiet'; readonly outgoing: number; readonly nextTimer: Milliseconds | null };
