import type { Surroundings } from '../model/execution';
import type { Cost } from './cost';
import { longestCalls } from './cost';
import { explore, type ExplorationLimits, type Subject } from './explore';
import { type Arrival, stepsIn } from './arrival';
import { livenessOf, type Liveness } from './liveness';
import { PROPERTIES } from './properties/registry';
import type { ProofQuestion } from './question';
import { pathTo, type Violation } from './violation';
import { vocabularyOf } from './vocabulary';

/** One kind of call, and how many states and choices were looked at for it. */
export interface Explored extends Scenario {
  readonly states: number;
  readonly choices: number;
}

/**
 * - `proven`: everything was explored and every property holds.
 * - `refuted`: at least one does not; each violation comes with the shortest call that shows it.
 * - `not-proven`: no violation was found, but not everything was explored.
 */
export interface Proof {
  readonly status: 'proven' | 'refuted' | 'not-proven';
  readonly explored: readonly Explored[];
  readonly violations: readonly Violation[];
  /** Null when some call never ends by itself, or not everything was explored. */
  readonly cost: Cost | null;
  /** Why not everything was explored. */
  readonly reasons: readonly string[];
  /** Every property was judged everywhere: nothing was given up, and no violation ended the search. */
  readonly isComplete: boolean;
  /** Every widget that some call came to; those of subflows as `parentWidget/childWidget`. */
  readonly visited: readonly string[];
}

/** A kind of call, which is explored by itself. */
export interface Scenario {
  /** For people: the end of "a caller …". */
  readonly title: string;
  /** What Twilio gives as the caller's number. */
  readonly caller: string;
  /** Studio cannot run the subflow (81024), so that its widget leaves by `failed`. */
  readonly isSubflowMissing: boolean;
}

/** A subflow that is not there, each way of withholding a number that behaves differently, and somebody with a number. */
const SCENARIOS: readonly Scenario[] = [
  { title: 'for whom the subflow cannot be run', caller: '+14155550100', isSubflowMissing: true },
  { title: 'who withholds it', caller: 'anonymous', isSubflowMissing: false },
  { title: 'who withholds it the old way', caller: '+266696687', isSubflowMissing: false },
  { title: 'without any number', caller: '', isSubflowMissing: false },
  { title: 'with a number', caller: '+14155550100', isSubflowMissing: false },
];

const PARENT_SID = `FW${'0'.repeat(32)}`;
const IVR_NUMBER = '+14155550199';

/** What a Verify subflow gives back, always of interest at the end of its branches. */
const RESULT = ['status', 'verified', 'to', 'attempts'].map((key) => `flow.variables.${key}`);

/** How much is tried, and whether the first violation of a kind of call is enough. */
export interface ProofLimits extends ExplorationLimits {
  /** False goes on to find a violation of every property that has one. */
  readonly stopsAtFirst: boolean;
  /** One violation, for whatever kind of call, is enough: kinds that come after it are left out. */
  readonly isOneEnough?: true;
}

/** Proves or refutes every property for a parent flow, over all behaviour of callers, functions and Verify. */
export function prove(question: ProofQuestion, limits: ProofLimits): Proof {
  const judged: Judged[] = [];
  for (const scenario of SCENARIOS) {
    judged.push(proveFor(scenario, question, limits));
    if (limits.isOneEnough && judged.some((result) => result.violations.length > 0)) break;
  }
  const violations = judged.flatMap((result) => result.violations);
  const reasons = judged.flatMap((result) => (result.gaveUp === null ? [] : [result.gaveUp]));
  const costs = judged.map((result) => result.cost);
  return {
    status: violations.length > 0 ? 'refuted' : reasons.length > 0 ? 'not-proven' : 'proven',
    explored: judged.map((result) => result.explored),
    violations,
    cost: costs.includes(null) ? null : dearest(costs.flatMap((cost) => cost ?? [])),
    reasons: [...new Set(reasons)],
    isComplete: judged.length === SCENARIOS.length && judged.every((result) => result.isWhole),
    visited: [...new Set(judged.flatMap((result) => [...result.visited]))].sort(),
  };
}

interface Judged {
  readonly explored: Explored;
  readonly violations: readonly Violation[];
  readonly cost: Cost | null;
  readonly gaveUp: string | null;
  readonly isWhole: boolean;
  readonly visited: ReadonlySet<string>;
}

function proveFor(scenario: Scenario, question: ProofQuestion, limits: ProofLimits): Judged {
  const { caller } = scenario;
  const found = new Map<string, Violation>();
  const visited = new Set<string>();
  const exploration = explore(subjectOf(scenario, question), limits, (arrived, edge, nodes) => {
    const arrival: Arrival = { caller, choice: edge.choice, log: edge.log, ...arrived };
    for (const step of stepsIn(arrival)) visited.add(step.widget);
    for (const { name, violation } of PROPERTIES) {
      const message = found.has(name) ? null : violation(arrival, question);
      if (message !== null) found.set(name, violated(name, message, scenario, pathTo(edge, { nodes })));
    }
    return limits.stopsAtFirst && found.size > 0;
  });
  const isWhole = exploration.gaveUp === null && !exploration.wasEnded;
  const calls = longestCalls(exploration);
  if (!calls.ok && isWhole) {
    const last = exploration.nodes[calls.round.at(-1) ?? 0]?.via;
    const message = 'the call can go round for ever: count the rounds in a variable and leave after some';
    found.set(
      'termination',
      violated('termination', message, scenario, last ? pathTo(last, exploration) : []),
    );
  }
  return {
    explored: { ...scenario, states: exploration.nodes.length, choices: exploration.edges.length },
    violations: [...found.values()],
    cost: calls.ok && isWhole ? calls.cost : null,
    gaveUp: exploration.gaveUp,
    isWhole,
    visited,
  };
}

function violated(
  property: string,
  message: string,
  { title, caller, isSubflowMissing }: Scenario,
  edges: Violation['edges'],
): Violation {
  const path = edges.flatMap((edge) => edge.choice ?? []);
  return { property, message, title, caller, isSubflowMissing, edges, path };
}

function subjectOf({ caller, isSubflowMissing }: Scenario, { parent, subflows }: ProofQuestion): Subject {
  const definitions = [parent, ...subflows.values()].map((flow) => flow.definition);
  const liveness = new Map<string, Liveness>([[PARENT_SID, livenessOf(parent.definition, [])]]);
  for (const [sid, flow] of subflows) liveness.set(sid, livenessOf(flow.definition, RESULT));
  const surroundings: Surroundings = {
    findFlow: (sid) => (sid === PARENT_SID ? parent : isSubflowMissing ? undefined : subflows.get(sid)),
    now: () => 0,
    newSid: (prefix) => prefix + '0'.repeat(32),
  };
  return {
    flowSid: PARENT_SID,
    flow: parent,
    surroundings,
    vocabulary: vocabularyOf(definitions),
    liveness: (sid) => liveness.get(sid) ?? new Map(),
    trigger: {
      kind: 'call',
      parameters: {
        From: caller,
        To: IVR_NUMBER,
        CallSid: `CA${'0'.repeat(32)}`,
        CallStatus: 'ringing',
        Direction: 'inbound',
      },
    },
  };
}

function dearest(costs: readonly Cost[]): Cost {
  const most = (pick: (cost: Cost) => number): number => Math.max(0, ...costs.map(pick));
  return {
    steps: most((cost) => cost.steps),
    seconds: most((cost) => cost.seconds),
    texts: most((cost) => cost.texts),
    functionCalls: most((cost) => cost.functionCalls),
  };
}
