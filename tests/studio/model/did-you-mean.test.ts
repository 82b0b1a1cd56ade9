import { didYouMean, nearest } from '../../../studio/model/did-you-mean';

describe('nearest', () => {
  test.each([
    ['from', ['To', 'From'], 'From'],
    ['Digist', ['Digits', 'Direction'], 'Digits'],
    ['weather', ['From', 'To'], undefined],
    ['X', ['To'], undefined],
    ['status', [], undefined],
  ])('finds what %s was meant to be among %j', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });
});

describe('didYouMean', () => {
  test('says so only when there is something', () => {
    expect(didYouMean('from', ['From'])).toBe(' (did you mean "From"?)');
    expect(didYouMean('from', [])).toBe('');
  });
});
