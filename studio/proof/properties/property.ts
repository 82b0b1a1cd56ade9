import type { Arrival } from '../arrival';
import type { ProofQuestion } from '../question';

/** A rule that must hold in every reachable state. It reports, and never throws. */
export interface Property {
  /** In kebab-case, stable. */
  readonly name: string;
  /** What is proven, in one sentence. */
  readonly statement: string;
  /** What is wrong with an arrival; null when nothing is. */
  readonly violation: (arrival: Arrival, question: ProofQuestion) => string | null;
  /** True when it is told by where texts come from: a call that goes the same way shows it then. */
  readonly isToldByOrigin?: true;
}
