import { takeKey, timeOut } from '../../../studio/model/gather';

const anyNumber = { finishOnKey: '#', numberOfDigits: null };

describe('takeKey', () => {
  test('adds a digit and goes on', () => {
    expect(takeKey(anyNumber, '12', '3')).toEqual({ kind: 'more', digits: '123' });
  });

  test('submits at the finish key without it', () => {
    expect(takeKey(anyNumber, '123', '#')).toEqual({ kind: 'submitted', digits: '123' });
  });

  test('counts the finish key alone as no input', () => {
    expect(takeKey(anyNumber, '', '#')).toEqual({ kind: 'empty' });
  });

  test('submits when the number of digits is reached', () => {
    const four = { finishOnKey: '', numberOfDigits: 4 };
    expect(takeKey(four, '123', '4')).toEqual({ kind: 'submitted', digits: '1234' });
  });

  test('takes every key for a digit when none finishes', () => {
    expect(takeKey({ finishOnKey: '', numberOfDigits: null }, '1', '#')).toEqual({
      kind: 'more',
      digits: '1#',
    });
  });

  test('takes a star for a digit', () => {
    expect(takeKey(anyNumber, '', '*')).toEqual({ kind: 'more', digits: '*' });
  });
});

describe('timeOut', () => {
  test('submits the keys pressed so far', () => {
    expect(timeOut('12')).toEqual({ kind: 'submitted', digits: '12' });
  });

  test('is no input without a key', () => {
    expect(timeOut('')).toEqual({ kind: 'empty' });
  });
});
