import { speechSeconds } from '../../../studio/model/speech-seconds';
import type { Speech } from '../../../studio/model/wait';

const silence: Speech = { say: '', play: '', digits: '', language: '', voice: '', loop: 1 };

describe('speechSeconds', () => {
  test('grows with the text', () => {
    expect(speechSeconds({ ...silence, say: 'x'.repeat(30) })).toBe(2);
  });

  test('counts every repetition', () => {
    expect(speechSeconds({ ...silence, say: 'x'.repeat(30), loop: 3 })).toBe(6);
  });

  test('leaves out tags and surplus blanks', () => {
    const plain = speechSeconds({ ...silence, say: 'one two' });
    expect(speechSeconds({ ...silence, say: ' <speak>one  \n two</speak> ' })).toBe(plain);
  });

  test('gives each tone half a second', () => {
    expect(speechSeconds({ ...silence, digits: '12w3' })).toBe(2);
  });

  test('is nothing for a speech without words', () => {
    expect(speechSeconds(silence)).toBe(0);
  });
});
