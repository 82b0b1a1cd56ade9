import { mutantsOf, sampleOf } from '../../../scripts/mutation/mutants';
import { printScore, scoreOf } from '../../../scripts/mutation/score';
import { benchFor, type Verdict } from '../../../scripts/mutation/verdict';
import { PROPERTIES } from '../../../studio/proof/properties/registry';
import { shippedFlow } from '../../studio/wiring/shipped-flows';

const original = { parent: shippedFlow('parent-ivr'), subflow: shippedFlow('verify-subflow') };
const mutants = mutantsOf(original);

const verdict: Verdict = {
  flow: 'parent',
  kind: 'transition-removed',
  widget: 'welcome',
  description: 'welcome, audioComplete: leads nowhere, not to run_verify',
  unsafeCall: null,
  status: 'proven',
  property: '',
  reason: '',
  judgeMilliseconds: 0,
  proofMilliseconds: 0,
};

describe('scoreOf', () => {
  test('finds no unsafe mutant that the proof lets pass', () => {
    // Those that can let somebody in: safe ones take the proof a second each, and belong to npm run mutate.
    const lettingIn = mutants.filter(({ description }) =>
      /^(verify_status|limit_|resend_code).* leads to (success|result_approved)/.test(description),
    );
    const score = scoreOf(sampleOf(lettingIn, 6, 0).map(benchFor(original, () => 0)));
    expect(score.misses).toEqual([]);
    expect(score.unsafe).toBeGreaterThan(3);
    expect(score.refused).toBe(score.unsafe);
  });

  test('lists misses, and counts refusals of safe mutants', () => {
    const score = scoreOf([
      { ...verdict, unsafeCall: ['+14155550100'] },
      { ...verdict, status: 'refuted', property: 'no-dead-end' },
      { ...verdict, status: 'not-proven', reason: 'there are more than 6000 states' },
      { ...verdict, unsafeCall: [], status: 'not-proven' },
      verdict,
    ]);
    expect(score).toMatchObject({ mutants: 5, unsafe: 2, refused: 1, refusedUnproven: 1, safe: 3 });
    const printed = printScore(score).join('\n');
    expect(printed).toContain('missed: parent: welcome');
    expect(printed).toMatch(
      /refuses 2 of them \(66\.7 %\)\n.* 1 by a call.*\n +1 end without a word.*\n.* 1 as not proven/,
    );
    expect(printed).toMatch(/ 1 more states than are tried here$/);
  });

  test('has a reason for every property, and names the disputed', () => {
    const properties = [...PROPERTIES.map(({ name }) => name), 'termination'];
    const score = scoreOf(properties.map((property) => ({ ...verdict, status: 'refuted', property })));
    const counted = score.refutedSafe.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(properties.length);
    expect(score.disputed.map(({ property }) => property)).toEqual(['no-bypass']);
  });
});

describe('sampleOf', () => {
  test('takes the same items, evenly spread, for the same seed', () => {
    const items = Array.from({ length: 100 }, (_, index) => index);
    expect(sampleOf(items, 4, 0)).toEqual([0, 25, 50, 75]);
    expect(sampleOf(items, 4, 0.5)).toEqual([12, 37, 62, 87]);
    expect(sampleOf(items, 200, 0.5)).toEqual(items);
  });
});
