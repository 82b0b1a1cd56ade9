import fc from 'fast-check';
import { checkedFlow } from '../../../studio/checks/checked-flow';
import { endWithout } from '../../../studio/checks/subflow-results';
import type { State } from '../../../studio/model/flow-definition';
import { state } from '../../support/flows';
import { set, subflow } from './flows';

const names = ['a', 'b', 'c', 'd'];
const target = fc.constantFrom('', ...names);

/** Subflows of four widgets, of which some set `x`; each has two arrows, which may end. */
const subflows = fc
  .array(fc.record({ sets: fc.boolean(), one: target, other: target }), { minLength: 4, maxLength: 4 })
  .map((shapes) =>
    shapes.map(({ sets, one, other }, index) => {
      const name = names[index] ?? '';
      return sets
        ? set(name, { x: '1' }, one)
        : state(name, 'run-function', { url: 'https://example.com/run' }, { success: one, fail: other });
    }),
  );

/** The naive reference: every path without a repeated widget and without one that sets `x`, to where it can end. */
function endsFrom(states: readonly State[], path: readonly string[]): string[] {
  const last = states.find(({ name }) => name === path.at(-1));
  if (last === undefined || last.type === 'set-variables') return [];
  return last.transitions.flatMap(({ next }) => {
    if (next === undefined) return [last.name];
    return path.includes(next) ? [] : endsFrom(states, [...path, next]);
  });
}

describe('endWithout', () => {
  test('names an end that some path gets to unset', () => {
    fc.assert(
      fc.property(subflows, (states) => {
        const ends = endsFrom(states, ['a']);
        const found = endWithout(checkedFlow(subflow(...states)), 'x');
        if (found === undefined) expect(ends).toEqual([]);
        else expect(ends).toContain(found);
      }),
    );
  });
});
