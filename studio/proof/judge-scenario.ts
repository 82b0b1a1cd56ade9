import type { TriggerKind } from '../model/execution';
import { MAXIMUM_STEPS } from '../model/limits';
import { widgetsSeen, type Arrival, type SeenWidget } from './arrival';
import { longestCalls, type Cost } from './cost';
import { questionOf } from './decisions';
import { explore, loggedAgain, type Edge, type Exploration, type LoggedEdge, type Subject } from './explore';
import { PROPERTIES } from './properties/registry';
import type { ProofLimits } from './proof-limits';
import type { ProofQuestion } from './question';
import { unknownCaller, type Scenario } from './scenario';
import { subjectOf } from './subject';
import { pathTo, violationOf, type Violation } from './violation';
import { findWitness } from './witness/find-witness';

/** One kind of execution, and how many states and choices were looked at for it. */
export interface Explored {
  readonly title: string;
  readonly kind: TriggerKind;
  /** What Studio is taken to do otherwise than everywhere else, where Twilio does not say. */
  readonly questions: readonly string[];
  readonly states: number;
  readonly choices: number;
  /** The most that one can come to; null where something may go round for ever, or not everything was explored. */
  readonly cost: Cost | null;
}

/** What one kind of execution came to. */
export interface Judged {
  readonly explored: Explored;
  readonly violations: readonly Violation[];
  readonly reasons: readonly string[];
  readonly isWhole: boolean;
  readonly visited: readonly SeenWidget[];
}

/** Paths for which a call is looked for, of each property that may not hold. */
const MAXIMUM_SUSPICIONS = 4;

/** What nobody has to write for. */
function withoutReplies({ edges, ...rest }: Exploration): Exploration {
  return { ...rest, edges: edges.filter(({ choice }) => choice?.input.kind !== 'incoming-message') };
}

/** Explores one kind of execution and judges every property on it. */
export function judgeScenario(scenario: Scenario, question: ProofQuestion, limits: ProofLimits): Judged {
  const judge = new Judge(scenario, question, limits);
  return judge.verdict();
}

class Judge {
  readonly #scenario: Scenario;
  readonly #question: ProofQuestion;
  readonly #limits: ProofLimits;
  readonly #subject: Subject;
  readonly #violations = new Map<string, Violation>();
  /** By property: why it may not hold, although no call was found that shows it. */
  readonly #suspicions = new Map<string, string>();
  readonly #tried = new Map<string, number>();
  readonly #visited = new Map<string, SeenWidget>();

  constructor(scenario: Scenario, question: ProofQuestion, limits: ProofLimits) {
    this.#scenario = scenario;
    this.#question = question;
    this.#limits = limits;
    this.#subject = subjectOf(scenario, question);
  }

  verdict(): Judged {
    const caller = unknownCaller(this.#scenario.kind);
    const exploration = explore(this.#subject, this.#limits, (arrived, edge, nodes) => {
      const arrival: Arrival = { caller, choice: edge.choice, log: edge.log, ...arrived };
      for (const seen of widgetsSeen(arrival))
        this.#visited.set(JSON.stringify([seen.isInSubflow, seen.widget]), seen);
      this.#judge(arrival, () => pathTo(edge, { nodes }));
      return this.#limits.stopsAtFirst && this.#violations.size > 0;
    });
    const isWhole = exploration.gaveUp === null && !exploration.wasEnded;
    const cost = isWhole ? this.#judgeLength(exploration) : null;
    return {
      explored: {
        title: this.#scenario.title,
        kind: this.#scenario.kind,
        questions: this.#scenario.variant.questions,
        states: exploration.nodes.length,
        choices: exploration.edges.length,
        cost,
      },
      violations: [...this.#violations.values()],
      reasons: [...(exploration.gaveUp === null ? [] : [exploration.gaveUp]), ...this.#suspicions.values()],
      isWhole,
      visited: [...this.#visited.values()],
    };
  }

  #judge(arrival: Arrival, path: () => readonly LoggedEdge[]): void {
    for (const { name, violation, isToldByOrigin, isOfCalls } of PROPERTIES) {
      if (this.#isSettled(name) || (isOfCalls && this.#scenario.kind !== 'call')) continue;
      const message = violation(arrival, this.#question);
      if (message === null) continue;
      this.#suspect(name, path(), message, (shown, isAtEnd) =>
        isAtEnd && isToldByOrigin ? message : violation(shown, this.#question),
      );
    }
  }

  /** That calls end, and within Studio's limit, is judged once all states are known. */
  #judgeLength(exploration: Exploration): Cost | null {
    const whole = longestCalls(exploration);
    // Whoever writes may write again and again: rounds that wait for somebody to write are theirs.
    const calls =
      whole.ok || this.#scenario.kind === 'call' ? whole : longestCalls(withoutReplies(exploration));
    if (calls.ok && !whole.ok) return null;
    if (!calls.ok) {
      const widgets = calls.round.map(
        (edge) => exploration.nodes[edge.from]?.execution.frames.at(-1)?.widget ?? '',
      );
      const message = `the call can go round for ever (${[...new Set(widgets)].join(' → ')}): count the rounds in a variable and leave after some`;
      const [first] = calls.round;
      const via = first === undefined ? undefined : exploration.nodes[first.from]?.via;
      const before = via === undefined ? [] : pathTo(via, exploration);
      this.#suspect(
        'termination',
        [...before, ...this.#again(exploration, calls.round)],
        message,
        (_shown, isAtEnd) => (isAtEnd ? message : null),
      );
      return null;
    }
    if (calls.cost.steps <= MAXIMUM_STEPS) return calls.cost;
    const message = `a call can take ${String(calls.cost.steps)} steps, and Studio ends it after ${String(MAXIMUM_STEPS)}: leave loops earlier`;
    const path = this.#again(exploration, calls.mostSteps);
    this.#suspect('termination', path, message, ({ execution: { ending } }) =>
      ending?.outcome === 'failed' ? message : null,
    );
    return calls.cost;
  }

  #again(exploration: Exploration, edges: readonly Edge[]): LoggedEdge[] {
    return edges.flatMap((edge) => loggedAgain(this.#subject, exploration, edge) ?? []);
  }

  #isSettled(property: string): boolean {
    return this.#violations.has(property) || (this.#tried.get(property) ?? 0) >= MAXIMUM_SUSPICIONS;
  }

  /** Looks for a call that really shows what the exploration takes for possible; without one it stays a suspicion. */
  #suspect(
    property: string,
    path: readonly LoggedEdge[],
    message: string,
    shows: (arrival: Arrival, isAtEnd: boolean) => string | null,
  ): void {
    this.#tried.set(property, (this.#tried.get(property) ?? 0) + 1);
    const { kind, title, variant } = this.#scenario;
    const witness =
      variant.questions.length > 0
        ? null
        : findWitness(this.#question, kind, path, (...shown) => shows(...shown) !== null);
    const last = witness?.arrivals.at(-1);
    if (witness === null || last === undefined) {
      if (!this.#suspicions.has(property))
        this.#suspicions.set(property, this.#doubt(property, message, path));
      return;
    }
    this.#suspicions.delete(property);
    this.#violations.set(
      property,
      violationOf(
        property,
        shows(last, true) ?? message,
        title,
        path.slice(0, witness.arrivals.length),
        witness,
      ),
    );
  }

  /** A suspicion in words, with what it hangs on. */
  #doubt(property: string, message: string, path: readonly LoggedEdge[]): string {
    const { questions } = this.#scenario.variant;
    const open = path.flatMap(({ decisions }) => decisions.map(questionOf));
    const hangsOn = [...questions, ...[...new Set(open)].slice(-3).map((question) => `whether ${question}`)];
    const happens = path.flatMap(({ choice }) => choice?.label ?? []).join(', ');
    const when = happens === '' ? 'at once' : `when this happens: ${happens}`;
    const unknown = hangsOn.length === 0 ? '' : `; it hangs on ${hangsOn.join(', ')}`;
    return `${property} may not hold, ${when}: ${message}${unknown}`;
  }
}
