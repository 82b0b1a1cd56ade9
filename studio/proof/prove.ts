import type { Cost } from './cost';
import { dearest } from './cost';
import { doubtsOf } from './doubts';
import { judgeScenario, type Explored, type Judged } from './judge-scenario';
import type { ProofLimits } from './proof-limits';
import type { ProofQuestion } from './question';
import { scenariosOf } from './scenario';
import { variantsOf } from './undocumented-variants';
import type { Violation } from './violation';
import type { SeenWidget } from './arrival';

/**
 * - `proven`: everything was explored and every property holds.
 * - `refuted`: at least one does not; each violation comes with a call that shows it.
 * - `not-proven`: no call was found that shows a violation, but one may be there.
 */
export interface Proof {
  readonly status: 'proven' | 'refuted' | 'not-proven';
  readonly explored: readonly Explored[];
  readonly violations: readonly Violation[];
  /** Of calls; null when some call never ends by itself, or not everything was explored. */
  readonly cost: Cost | null;
  /** Why it is not proven. */
  readonly reasons: readonly string[];
  /** Properties that may not hold, although no call was found that breaks them. */
  readonly doubted: readonly string[];
  /** Every property was judged everywhere: nothing was given up, and no violation ended the search. */
  readonly isComplete: boolean;
  /** Every widget that some call came to. */
  readonly visited: readonly SeenWidget[];
}

/** Proves or refutes every property for a parent flow, over all behaviour of callers, functions and Verify. */
export function prove(question: ProofQuestion, limits: ProofLimits): Proof {
  const scenarios = scenariosOf(question.parent.definition, variantsOf(question));
  const judged: Judged[] = [];
  for (const scenario of scenarios) {
    // What is shown as Studio is taken to work needs no other ways of working.
    const isRefuted = judged.some((result) => result.violations.length > 0);
    if (isRefuted && (limits.isOneEnough || scenario.variant.questions.length > 0)) break;
    judged.push(judgeScenario(scenario, question, limits));
  }
  const violations = judged.flatMap((result) => result.violations);
  const isComplete = judged.length === scenarios.length && judged.every((result) => result.isWhole);
  const visited = distinct(judged.flatMap((result) => result.visited));
  const reasons = [
    ...doubtsOf(question),
    ...judged.flatMap((result) => result.reasons),
    ...(isComplete ? neverReached(question, visited) : []),
  ];
  const costs = judged
    .filter(({ explored }) => explored.kind === 'call')
    .map(({ explored }) => explored.cost);
  return {
    status: violations.length > 0 ? 'refuted' : reasons.length > 0 ? 'not-proven' : 'proven',
    explored: judged.map((result) => result.explored),
    violations,
    cost: costs.includes(null) ? null : dearest(costs.flatMap((cost) => cost ?? [])),
    reasons: [...new Set(reasons)],
    doubted: [...new Set(judged.flatMap((result) => result.doubted))],
    isComplete,
    visited,
  };
}

/** A proof about a widget that nobody comes to says nothing. */
function neverReached({ protectedWidgets }: ProofQuestion, visited: readonly SeenWidget[]): string[] {
  return protectedWidgets
    .filter((name) => !visited.some(({ widget, isInSubflow }) => widget === name && !isInSubflow))
    .map(
      (name) =>
        `no call ever reaches "${name}", so that nothing is shown of it: lead there once the status is "approved"`,
    );
}

function distinct(widgets: readonly SeenWidget[]): SeenWidget[] {
  const byKey = new Map(widgets.map((seen) => [JSON.stringify([seen.isInSubflow, seen.widget]), seen]));
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, seen]) => seen);
}
