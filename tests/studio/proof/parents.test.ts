import { prove } from '../../../studio/proof/prove';
import { DOUBTFUL_PARENTS } from './doubtful/registry';
import { LIMITS, questionOf } from './question';
import { SAFE_PARENTS } from './safe-parents';

const AT_ONCE = { ...LIMITS, states: 1 };

describe('prove', () => {
  test.each(Object.entries(DOUBTFUL_PARENTS))(
    'does not prove a parent that goes by %s',
    (_title, { definition, because, protectedWidgets = ['success'], hasNoScript = false }) => {
      const question = { ...questionOf(definition), protectedWidgets };
      // What the text of a flow tells is told before anything is explored.
      const isToldAtOnce =
        because instanceof RegExp && because.test(prove(question, AT_ONCE).reasons.join('\n'));
      const proof = prove(question, isToldAtOnce ? AT_ONCE : LIMITS);
      if (because instanceof RegExp) {
        expect(proof.status).toBe('not-proven');
        expect(proof.reasons.join('\n')).toMatch(because);
        return;
      }
      expect(proof.status).toBe('refuted');
      const violation = proof.violations.find(({ property }) => property === because);
      expect(violation?.script.ok).toBe(!hasNoScript);
    },
  );

  test.each(Object.entries(SAFE_PARENTS))('proves a parent that %s', (_title, definition) => {
    const { status, violations, reasons } = prove(questionOf(definition), LIMITS);
    expect({ reasons, violations: violations.map(({ message }) => message), status }).toEqual({
      reasons: [],
      violations: [],
      status: 'proven',
    });
  });
});
