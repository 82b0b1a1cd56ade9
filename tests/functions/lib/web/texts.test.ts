import { fill, inWords, LANGUAGES } from '../../../../functions/lib/web/texts/languages.private';
import type { Texts } from '../../../../functions/lib/web/texts/texts.private';

const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const english: [string, string][] = Object.entries(LANGUAGES.en);

const tables: [string, Texts][] = Object.entries(LANGUAGES);

describe.each(tables)('texts in %s', (_language, texts) => {
  const all: [string, string][] = Object.entries(texts);
  test('say everything that the English ones say', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(LANGUAGES.en));
    expect(all.filter(([, text]) => text.trim() !== text || text === '')).toEqual([]);
  });

  test.each(english)('%s has the same places to fill in', (name, text) => {
    expect(places(new Map(all).get(name) ?? '')).toEqual(places(text));
  });
});

describe('inWords', () => {
  test.each([
    [1, '1 second'],
    [30.2, '31 seconds'],
    [120, '2 minutes'],
    [121, '3 minutes'],
    [7200, '2 hours'],
    [0, '1 second'],
  ])('says %d seconds', (seconds, words) => {
    expect(inWords(seconds, 'en')).toBe(words);
  });

  test('speaks every language', () => {
    expect(inWords(300, 'de')).toBe('5 Minuten');
    expect(inWords(300, 'es')).toBe('5 minutos');
    expect(inWords(300, 'fr')).toBe('5 minutes');
  });
});

describe('fill', () => {
  test('leaves places alone that nothing is given for', () => {
    expect(fill('{a} and {b}', { a: '{b}' })).toBe('{b} and {b}');
  });
});
