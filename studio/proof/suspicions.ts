import type { Arrival } from './arrival';
import { questionOf } from './decisions';
import type { LoggedEdge } from './explore';
import type { ProofQuestion } from './question';
import type { Scenario } from './scenario';
import { violationOf, type Violation } from './violation';
import { findWitness } from './witness/find-witness';

/** Paths for which a call is looked for, of each property that may not hold. */
const MAXIMUM_TRIED = 4;

/** What is wrong with an arrival of a call that really happens; `isAtEnd` when it has gone all the way. */
export type Shows = (arrival: Arrival, isAtEnd: boolean) => string | null;

/** Properties that may not hold for one kind of execution: each is shown by a call, or stays a doubt. */
export class Suspicions {
  readonly #scenario: Scenario;
  readonly #question: ProofQuestion;
  readonly #violations = new Map<string, Violation>();
  /** By property: why it may not hold, although no call was found that shows it. */
  readonly #doubts = new Map<string, string>();
  readonly #tried = new Map<string, number>();

  constructor(scenario: Scenario, question: ProofQuestion) {
    this.#scenario = scenario;
    this.#question = question;
  }

  /** One for each property that some call breaks. */
  violations(): Violation[] {
    return [...this.#violations.values()];
  }

  /** Why something cannot be said, one sentence for each property, by its name. */
  doubts(): ReadonlyMap<string, string> {
    return this.#doubts;
  }

  /** Whether another path would change nothing for a property. */
  isSettled(property: string): boolean {
    return this.#violations.has(property) || (this.#tried.get(property) ?? 0) >= MAXIMUM_TRIED;
  }

  /** Looks for a call that really shows what the exploration takes for possible; without one it stays a doubt. */
  raise(property: string, path: readonly LoggedEdge[], message: string, shows: Shows): void {
    this.#tried.set(property, (this.#tried.get(property) ?? 0) + 1);
    const { kind, title, variant } = this.#scenario;
    const witness =
      variant.questions.length > 0
        ? null
        : findWitness(this.#question, kind, path, (...shown) => shows(...shown) !== null);
    const last = witness?.arrivals.at(-1);
    if (witness === null || last === undefined) {
      if (!this.#doubts.has(property)) this.#doubts.set(property, this.#doubt(property, message, path));
      return;
    }
    this.#doubts.delete(property);
    const shown = path.slice(0, witness.arrivals.length);
    this.#violations.set(
      property,
      violationOf(property, shows(last, true) ?? message, title, shown, witness),
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
