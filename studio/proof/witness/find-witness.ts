import { resumeExecution } from '../../interpreter/resume';
import { startExecution } from '../../interpreter/start';
import type { Progress, Surroundings, Trigger, TriggerKind } from '../../model/execution';
import { wayOf, type Arrival } from '../arrival';
import { QUIET_WORLD, type CallWorld } from '../call-world';
import type { LoggedEdge } from '../explore';
import type { ProofQuestion } from '../question';
import { flowsOf } from '../subject';
import { candidatesFor, type Candidates } from './candidates';
import { concreteChoices, concreteWorld, type ConcreteChoice } from './concrete-choice';
import { triggersFor, type ConcreteTrigger } from './concrete-trigger';

/** A call that really happens as a path of the exploration says. */
export interface Witness {
  readonly trigger: ConcreteTrigger;
  readonly choices: readonly ConcreteChoice[];
  /** What the flow does, choice by choice, and where it leaves the call. */
  readonly arrivals: readonly Arrival[];
}

/** Whether a reaction shows what is looked for; `isAtEnd` when the call has gone all the way. */
export type IsShown = (arrival: Arrival, isAtEnd: boolean) => boolean;

/** Reactions of a flow that are tried for one path. */
const MAXIMUM_TRIES = 15_000;

/**
 * Looks for a call in which everything is known, and which goes by the same widgets as a path of the exploration to something
 * that is shown. Null when none of what is tried does: such a path may be one that nobody can take.
 */
export function findWitness(
  question: ProofQuestion,
  kind: TriggerKind,
  path: readonly LoggedEdge[],
  isShown: IsShown,
): Witness | null {
  const search = new Search(question, path, isShown);
  for (const trigger of triggersFor(kind, path, search.candidates)) {
    const found = search.from(trigger);
    if (found !== null) return found;
    if (search.tries > MAXIMUM_TRIES) return null;
  }
  return null;
}

class Search {
  tries = 0;
  readonly candidates: Candidates;
  readonly #path: readonly LoggedEdge[];
  readonly #isShown: IsShown;
  readonly #flows: ReturnType<typeof flowsOf>;
  readonly #ways: readonly string[];

  constructor(question: ProofQuestion, path: readonly LoggedEdge[], isShown: IsShown) {
    this.#path = path;
    this.#isShown = isShown;
    this.#flows = flowsOf(question);
    this.#ways = path.map(wayOf);
    this.candidates = candidatesOf(question);
  }

  from(trigger: ConcreteTrigger): Witness | null {
    const [first] = this.#path;
    if (first === undefined) return null;
    const { parentSid, parent } = this.#flows;
    const beginning = {
      executionSid: `FN${'0'.repeat(32)}`,
      flowSid: parentSid,
      flow: parent,
      trigger: trigger.trigger satisfies Trigger,
    };
    const progress = startExecution(beginning, this.#surroundings(first, trigger));
    const arrival = arrivalOf(trigger, null, progress, QUIET_WORLD);
    return this.#goOn(trigger, [], [arrival]);
  }

  /** Anything that shows it will do, also by another way; only the path's own way is followed further. */
  #goOn(
    trigger: ConcreteTrigger,
    choices: readonly ConcreteChoice[],
    arrivals: readonly Arrival[],
  ): Witness | null {
    const arrival = arrivals.at(-1);
    if (arrival === undefined) return null;
    const isOnItsWay = wayOf(arrival) === this.#ways[arrivals.length - 1];
    const isAtEnd = isOnItsWay && arrivals.length === this.#path.length;
    if (this.#isShown(arrival, isAtEnd)) return { trigger, choices, arrivals };
    const edge = this.#path[arrivals.length];
    if (!isOnItsWay || edge === undefined || edge.choice === null) return null;
    for (const choice of concreteChoices(edge.choice, arrival.execution, this.candidates)) {
      this.tries += 1;
      if (this.tries > MAXIMUM_TRIES) return null;
      const progress = resumeExecution(arrival.execution, choice.input, this.#surroundings(edge, trigger));
      const world = concreteWorld(edge.choice, arrival.world, arrival.execution);
      const next = arrivalOf(trigger, edge, progress, world);
      const found = this.#goOn(trigger, [...choices, choice], [...arrivals, next]);
      if (found !== null) return found;
    }
    return null;
  }

  /** Everything is as it is, but whether Studio can run a subflow: that is as the path has it. */
  #surroundings({ decisions }: LoggedEdge, { now }: ConcreteTrigger): Surroundings {
    const runs = decisions.filter(({ fact }) => fact.kind === 'subflow').map(({ taken }) => taken);
    return {
      findFlow: this.#flows.findFlow,
      now: () => now,
      newSid: (prefix) => prefix + '0'.repeat(32),
      unknowns: { decide: (fact) => (fact.kind === 'subflow' ? (runs.shift() ?? fact.holds) : fact.holds) },
    };
  }
}

function arrivalOf(
  { caller }: ConcreteTrigger,
  edge: LoggedEdge | null,
  { execution, log }: Progress,
  world: CallWorld,
): Arrival {
  return { caller, choice: edge?.choice ?? null, log, execution, world };
}

const known = new WeakMap<ProofQuestion, Candidates>();

function candidatesOf(question: ProofQuestion): Candidates {
  const flows = [question.parent, ...question.subflows.values()].map(({ definition }) => definition);
  const candidates = known.get(question) ?? candidatesFor([...new Set(flows)]);
  known.set(question, candidates);
  return candidates;
}
