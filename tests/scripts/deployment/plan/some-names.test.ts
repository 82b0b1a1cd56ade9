import { someNames } from '../../../../scripts/deployment/plan/some-names';

describe('someNames', () => {
  test.each([
    [[], ''],
    [['a', 'b', 'c'], 'a, b, c'],
    [['a', 'b', 'c', 'd'], 'a, b and 2 more'],
  ])('says %j in one short line', (names, said) => {
    expect(someNames(names)).toBe(said);
  });
});
