import { isUnknown, shownText } from '../model/unknown';
import type { Fact } from '../model/unknowns';
import { possibleOutcomes } from './possible-outcomes';

/** A fact that could be either, and what was taken. */
export interface Decision {
  readonly fact: Fact;
  readonly taken: boolean;
}

/**
 * Decides, for one run of a flow from a wait to the next, what hangs on unknown values: as it is told, then true wherever
 * it is asked further.
 */
export class Oracle {
  readonly taken: Decision[] = [];
  readonly #told: readonly boolean[];

  constructor(told: readonly boolean[]) {
    this.#told = told;
  }

  decide(fact: Fact): boolean {
    const outcomes = outcomesOf(fact);
    const [only] = outcomes;
    if (only !== undefined && outcomes.length === 1) return only;
    const taken = this.#told[this.taken.length] ?? true;
    this.taken.push({ fact, taken });
    return taken;
  }
}

/** Every way of deciding, each with what comes of it. Stops, with false, after `maximum` ways. */
export function forEachWay(maximum: number, run: (oracle: Oracle) => void): boolean {
  const ways: (readonly boolean[])[] = [[]];
  let count = 0;
  for (let told = ways.pop(); told !== undefined; told = ways.pop()) {
    count += 1;
    if (count > maximum) return false;
    const oracle = new Oracle(told);
    run(oracle);
    const taken = oracle.taken.map((decision) => decision.taken);
    for (let place = taken.length - 1; place >= told.length; place -= 1)
      ways.push([...taken.slice(0, place), taken[place] !== true]);
  }
  return true;
}

/** What a decision was about: the end of a sentence that begins with "whether". */
export function questionOf({ fact }: Decision): string {
  switch (fact.kind) {
    case 'subflow':
      return `Studio can run the subflow of "${fact.widget}"`;
    case 'text':
      return `${fact.texts.map(shownText).join(', ')} ${fact.question}`;
    case 'condition':
      return `${shownText(fact.tested) || 'nothing'} is ${fact.type} ${shownText(fact.value)}`.trim();
  }
}

function outcomesOf(fact: Fact): readonly boolean[] {
  switch (fact.kind) {
    case 'subflow':
      return fact.holds ? [true, false] : [false];
    case 'text':
      return fact.texts.some(isUnknown) ? [true, false] : [fact.holds];
    case 'condition':
      return possibleOutcomes(fact);
  }
}
