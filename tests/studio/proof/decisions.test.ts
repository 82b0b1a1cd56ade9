import { unknownText } from '../../../studio/model/unknown';
import type { Fact } from '../../../studio/model/unknowns';
import { forEachWay } from '../../../studio/proof/decisions';

const open: Fact = {
  kind: 'condition',
  type: 'equal_to',
  tested: unknownText('trigger.call.From'),
  value: 'x',
  holds: false,
};
const known: Fact = { kind: 'text', question: 'is a URL', texts: ['x'], holds: false };

/** Every way through a run, as the decisions in it. */
function waysOf(run: (decide: (fact: Fact) => boolean) => void, maximum = 100): boolean[][] {
  const ways: boolean[][] = [];
  forEachWay(maximum, (oracle) => {
    run((fact) => oracle.decide(fact));
    ways.push(oracle.taken.map(({ taken }) => taken));
  });
  return ways;
}

describe('forEachWay', () => {
  test('goes one way where everything is known', () => {
    expect(waysOf((decide) => decide(known))).toEqual([[]]);
  });

  test('goes every way, also those that only one way leads to', () => {
    const ways = waysOf((decide) => {
      if (decide(open)) decide(open);
    });
    expect(ways.map((way) => way.join()).sort()).toEqual(['false', 'true,false', 'true,true']);
  });

  test('says so when there are too many ways', () => {
    const run = (decide: (fact: Fact) => boolean): void => {
      while (decide(open));
    };
    expect(forEachWay(3, (oracle) => run((fact) => oracle.taken.length < 9 && oracle.decide(fact)))).toBe(
      false,
    );
  });
});
