import { codeIn, expandKeys } from '../../../scripts/calls/expand-keys';

describe('expandKeys', () => {
  test('puts in the codes that are known', () => {
    expect(expandKeys('{code}#{oldCode}', { code: '123456', oldCode: '0000' })).toEqual({
      ok: true,
      keys: '123456#0000',
    });
  });

  test.each([
    ['123450', '123451'],
    ['123459', '123450'],
  ])('makes a wrong code of %s', (code, wrong) => {
    expect(expandKeys('{wrongCode}', { code })).toEqual({ ok: true, keys: wrong });
  });

  test.each(['code', 'wrongCode', 'oldCode', 'otherCode'])('says that %s is not known', (name) => {
    expect(expandKeys(`{${name}}#`, {})).toEqual({ ok: false, missing: name });
  });
});

describe('codeIn', () => {
  test.each([
    ['Your Bank verification code is: 001234', '001234'],
    ['1 of 2: 9876', '9876'],
    ['call +14155550100', undefined],
    ['no code here', undefined],
  ])('finds the code in "%s"', (text, code) => {
    expect(codeIn(text)).toBe(code);
  });
});
