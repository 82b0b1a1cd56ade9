import { drawProof } from '../../../scripts/proving/draw-proof';
import { prove } from '../../../studio/proof/prove';
import { DOUBTFUL_PARENTS } from '../../studio/proof/doubtful/registry';
import { LIMITS, questionOf } from '../../studio/proof/question';

const unsafe = DOUBTFUL_PARENTS['any status at all'];
if (unsafe === undefined) throw new Error('There is no such parent');
const question = questionOf(unsafe.definition);
const proof = prove(question, LIMITS);

describe('drawProof', () => {
  test('counts the widget that is reached wrongly among those visited', () => {
    expect(proof.visited).toContainEqual({ widget: 'success', isInSubflow: false });
    expect(proof.visited).toContainEqual({ widget: 'say_invalid_number', isInSubflow: true });
  });

  test('draws the way from the very first arrow on', () => {
    const log = proof.violations[0]?.edges.flatMap((edge) => edge.log) ?? [];
    expect(log[0]).toMatchObject({ kind: 'step', widget: 'Trigger', next: 'welcome' });
    expect(log.at(-1)).toMatchObject({ widget: 'verify_status', next: 'success' });
    expect(drawProof(question, proof)).toContain('Proof: refuted');
  });
});
