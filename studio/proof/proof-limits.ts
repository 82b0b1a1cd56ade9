import type { ExplorationLimits } from './explore';

/** How much is tried, and whether the first violation of a kind of call is enough. */
export interface ProofLimits extends ExplorationLimits {
  /** False goes on to find a violation of every property that has one. */
  readonly stopsAtFirst: boolean;
  /** One violation, for whatever kind of call, is enough: kinds that come after it are left out. */
  readonly isOneEnough?: true;
}
