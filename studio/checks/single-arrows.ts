import type { CheckedWidget } from './checked-flow';
import { warning, type Check, type Finding } from './check';

/**
 * An event leaves a widget by one arrow; only a split has several for `match`. Not public: which of two Studio takes; here the
 * first.
 */
export const singleArrows: Check = ({ widgets }) => widgets.flatMap(repeatedEvents);

function repeatedEvents({ state, place }: CheckedWidget): readonly Finding[] {
  const seen = new Set<string>();
  return state.transitions.flatMap(({ event }, index): readonly Finding[] => {
    const isFirst = !seen.has(event);
    seen.add(event);
    if (isFirst || event === 'match') return [];
    const message = `"${event}" leaves "${state.name}" by another arrow already, only the first is taken: remove one of them`;
    return [warning(`${place}/transitions/${index}`, message)];
  });
}
