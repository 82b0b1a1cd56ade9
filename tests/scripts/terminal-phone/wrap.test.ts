import { clockText, wrap, wrapWords } from '../../../scripts/terminal-phone/wrap';

describe('wrap', () => {
  test.each([
    ['breaks at spaces', 'one two three', 7, ['one two', 'three']],
    ['breaks long words where it must', 'abcdefgh ij', 3, ['abc', 'def', 'gh', 'ij']],
    ['keeps an exact fit', 'abc', 3, ['abc']],
    ['answers one empty line for no text', '', 5, ['']],
    ['leaves no empty line behind a long word', 'abcdef', 3, ['abc', 'def']],
  ])('%s', (_name, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});

describe('wrapWords', () => {
  test('keeps together what is one word to the caller', () => {
    expect(wrapWords(['a ›', 'b ›', 'c'], 5)).toEqual(['a ›', 'b › c']);
  });
});

describe('clockText', () => {
  test.each([
    [0, '0:00'],
    [7.9, '0:07'],
    [61, '1:01'],
    [600, '10:00'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });
});
