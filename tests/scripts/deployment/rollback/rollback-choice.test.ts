import { chooseRelease, isReleaseName } from '../../../../scripts/deployment/rollback/rollback-choice';
import type { Release, ReleasedFlow } from '../../../../scripts/deployment/rollback/rollback-releases';
import { flowWith } from '../../../studio/wiring/shipped-flows';

function released(name: string, version: string, revision: number): ReleasedFlow {
  return { name, version, revision, contentHash: version, definition: flowWith({}) };
}

function release(revision: number, subflow: string, parent: string): Release {
  return {
    verifySubflow: released('verify-subflow', subflow, revision),
    parentFlow: released('parent-ivr', parent, revision),
    buildSid: `ZB${revision}`,
  };
}

/** Newest first. */
const RELEASES = [
  release(5, '1.0.0', '1.0.0'),
  release(4, '1.2.0', '1.1.0'),
  release(3, '1.1.0', '1.1.0'),
  release(2, '1.1.0', '1.0.0'),
  release(1, '1.0.0', '1.0.0'),
];

describe('chooseRelease', () => {
  test.each([
    ['1.0.0', 5],
    ['1.1.0', 3],
    ['1.2.0', 4],
    ['verify-subflow@1.2.0', 4],
    ['2', 2],
    ['1', 1],
  ])('takes --to %s for revision %i', (to, revision) => {
    expect(chooseRelease(RELEASES, to)).toEqual({
      kind: 'release',
      release: RELEASES.find(({ parentFlow }) => parentFlow.revision === revision),
    });
  });

  test.each(['2.0.0', '6', 'parent-ivr@1.2.0', 'other@1.0.0'])('does not know %s', (to) => {
    expect(chooseRelease(RELEASES, to)).toMatchObject({
      kind: 'unknown',
      available: [
        '1.0.0 (revision 5 of parent-ivr, build ZB5)',
        'verify-subflow@1.2.0 with parent-ivr@1.1.0 (revision 4 of parent-ivr, build ZB4)',
        '1.1.0 (revision 3 of parent-ivr, build ZB3)',
        'verify-subflow@1.1.0 with parent-ivr@1.0.0 (revision 2 of parent-ivr, build ZB2)',
        '1.0.0 (revision 1 of parent-ivr, build ZB1)',
      ],
    });
  });

  test.each(['parent-ivr@1.1.0', 'verify-subflow@1.1.0'])('asks which %s is meant', (to) => {
    expect(chooseRelease(RELEASES, to)).toMatchObject({ kind: 'ambiguous' });
  });
});

describe('isReleaseName', () => {
  test.each(['1.0.0', '1.0.0-rc.1', 'parent-ivr@1.0.0', '12'])('takes %s', (text) => {
    expect(isReleaseName(text)).toBe(true);
  });

  test.each(['', '1.0', 'latest', '@1.0.0', '1.0.0 ', '-1', 'parent-ivr'])('refuses %j', (text) => {
    expect(isReleaseName(text)).toBe(false);
  });
});
