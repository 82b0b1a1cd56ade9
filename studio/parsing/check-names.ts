import { didYouMean } from '../model/did-you-mean';
import { isJsonObject, type Json } from '../model/json';
import type { Report } from './report';

/** Wrong names of a flow that a suggestion is looked for: each is compared with every widget. The others go without one. */
const MAXIMUM_SUGGESTIONS = 100;

/** Names are unique, and every arrow leads to one of them. */
export function checkNames(states: readonly Json[], initial: Json | undefined, report: Report): void {
  const names = namesOf(states, report);
  if (typeof initial === 'string' && initial !== '' && !names.has(initial)) {
    const trigger = states.filter(isJsonObject).find(({ type }) => type === 'trigger')?.['name'];
    const mend =
      typeof trigger === 'string' ? `write "${trigger}", the trigger` : 'add a trigger of that name';
    const message = `no widget is named "${initial}"${didYouMean(initial, names)}: ${mend}`;
    report.error('known-transitions', '#/initial_state', message);
  }
  const suggestions = new Map<string, string>();
  states.forEach((state, index) => checkArrows(state, `#/states/${index}`, { names, suggestions, report }));
}

function namesOf(states: readonly Json[], report: Report): ReadonlySet<string> {
  const names = new Set<string>();
  states.forEach((state, index) => {
    const name = isJsonObject(state) ? state['name'] : undefined;
    if (typeof name !== 'string') return;
    if (names.has(name)) {
      report.error(
        'unique-names',
        `#/states/${index}/name`,
        `widget name "${name}" is used twice: rename one`,
      );
    }
    names.add(name);
  });
  return names;
}

interface Naming {
  readonly names: ReadonlySet<string>;
  /** What is said about wrong names so far. */
  readonly suggestions: Map<string, string>;
  readonly report: Report;
}

function checkArrows(state: Json, statePlace: string, naming: Naming): void {
  const arrows = isJsonObject(state) ? state['transitions'] : undefined;
  if (!Array.isArray(arrows)) return;
  arrows.forEach((arrow: unknown, position) => {
    const next = isJsonObject(arrow) ? arrow['next'] : undefined;
    if (typeof next !== 'string' || next === '' || naming.names.has(next)) return;
    const message = `no widget is named "${next}"${suggestionFor(next, naming)}: wire it to an existing one`;
    naming.report.error('known-transitions', `${statePlace}/transitions/${position}/next`, message);
  });
}

function suggestionFor(name: string, { names, suggestions }: Naming): string {
  const known = suggestions.get(name);
  if (known !== undefined || suggestions.size >= MAXIMUM_SUGGESTIONS) return known ?? '';
  const suggestion = didYouMean(name, names);
  suggestions.set(name, suggestion);
  return suggestion;
}
