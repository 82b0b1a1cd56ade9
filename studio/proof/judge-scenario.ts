import type { TriggerKind } from '../model/execution';
import { widgetsSeen, type Arrival, type SeenWidget } from './arrival';
import type { Cost } from './cost';
import { explore, type LoggedEdge, type Subject } from './explore';
import { pathTo } from './paths';
import { PROPERTIES } from './properties/registry';
import type { ProofLimits } from './proof-limits';
import type { ProofQuestion } from './question';
import { unknownCaller, type Scenario } from './scenario';
import { subjectOf } from './subject';
import { Suspicions } from './suspicions';
import { Termination } from './termination';
import type { Violation } from './violation';

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
  /** Properties that may not hold, although no call was found that breaks them. */
  readonly doubted: readonly string[];
  readonly isWhole: boolean;
  readonly visited: readonly SeenWidget[];
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
  readonly #suspicions: Suspicions;
  readonly #visited = new Map<string, SeenWidget>();

  constructor(scenario: Scenario, question: ProofQuestion, limits: ProofLimits) {
    this.#scenario = scenario;
    this.#question = question;
    this.#limits = limits;
    this.#subject = subjectOf(scenario, question);
    this.#suspicions = new Suspicions(scenario, question);
  }

  verdict(): Judged {
    const { kind, title, variant } = this.#scenario;
    const caller = unknownCaller(kind);
    const termination = new Termination(kind, this.#subject, this.#suspicions);
    const exploration = explore(this.#subject, this.#limits, (arrived, edge, nodes) => {
      const arrival: Arrival = { caller, choice: edge.choice, log: edge.log, ...arrived };
      for (const seen of widgetsSeen(arrival))
        this.#visited.set(JSON.stringify([seen.isInSubflow, seen.widget]), seen);
      this.#judge(arrival, () => pathTo(edge, { nodes }));
      termination.lookAhead(nodes, this.#limits.isTimeUp);
      return this.#limits.stopsAtFirst && this.#suspicions.violations().length > 0;
    });
    const isWhole = exploration.gaveUp === null && !exploration.wasEnded;
    const cost = isWhole ? termination.judge(exploration) : null;
    return {
      explored: {
        title,
        kind,
        questions: variant.questions,
        states: exploration.nodes.length,
        choices: exploration.edges.length,
        cost,
      },
      violations: this.#suspicions.violations(),
      reasons: [
        ...(exploration.gaveUp === null ? [] : [exploration.gaveUp]),
        ...this.#suspicions.doubts().values(),
      ],
      doubted: [...this.#suspicions.doubts().keys()],
      isWhole,
      visited: [...this.#visited.values()],
    };
  }

  #judge(arrival: Arrival, path: () => readonly LoggedEdge[]): void {
    for (const { name, violation, isToldByOrigin } of PROPERTIES) {
      if (this.#suspicions.isSettled(name)) continue;
      const message = violation(arrival, this.#question);
      if (message === null) continue;
      this.#suspicions.raise(name, path(), message, (shown, isAtEnd) =>
        isAtEnd && isToldByOrigin ? message : violation(shown, this.#question),
      );
    }
  }
}
