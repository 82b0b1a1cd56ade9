import { MUTATION_KINDS } from '../../../scripts/mutation/mutants/mutant';
import { mutationsOf } from '../../../scripts/mutation/mutants/mutations-of';
import { shippedFlow } from '../../studio/wiring/shipped-flows';

const flows = [shippedFlow('parent-ivr'), shippedFlow('verify-subflow')];
const mutations = flows.flatMap((flow) => mutationsOf(flow).map((mutation) => ({ flow, ...mutation })));

describe('mutationsOf', () => {
  test('changes each flow in exactly one widget', () => {
    const changed = mutations.map(({ flow, definition }) => {
      const before = flow.states.map((state) => JSON.stringify(state));
      return definition.states.filter((state, index) => JSON.stringify(state) !== before[index]).length;
    });
    expect(new Set(changed)).toEqual(new Set([1]));
  });

  test('makes no mutation twice', () => {
    for (const flow of flows) {
      const texts = mutationsOf(flow).map(({ definition }) => JSON.stringify(definition));
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  test.each(MUTATION_KINDS)('makes mutations of the kind %s', (kind) => {
    expect(mutations.filter((mutation) => mutation.kind === kind).length).toBeGreaterThan(0);
  });

  test('leads every arrow to every other widget', () => {
    const [parent] = flows;
    const arrows = parent?.states.flatMap((state) => state.transitions) ?? [];
    const targets = parent?.states.length ?? 0;
    const expected = arrows.reduce((sum, { next }) => sum + targets - (next === undefined ? 0 : 1), 0);
    const retargeted = mutations.filter(
      ({ flow, kind }) => flow === parent && kind === 'transition-retargeted',
    );
    expect(retargeted).toHaveLength(expected);
  });
});
