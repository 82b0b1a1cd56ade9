import { codesKnown } from '../../../scripts/calls/codes-known';

const ME = '+14155550100';
const text = (code: string) => ({ body: `Your Hotline verification code is: ${code}` });

describe('codesKnown', () => {
  test('knows nothing before a text has come', () => {
    expect(codesKnown(ME, [], [])).toEqual({});
  });

  test('takes the newest of the caller’s texts, and an earlier one that differs', () => {
    const own = [text('333333'), text('333333'), text('222222'), text('111111')];
    expect(codesKnown(ME, own, [])).toEqual({ code: '333333', oldCode: '222222' });
  });

  test('takes the newest text to another number', () => {
    const sent = [
      { to: '+442071838750', ...text('111111') },
      { to: '+442071838750', ...text('222222') },
      { to: ME, ...text('333333') },
    ];
    expect(codesKnown(ME, [text('333333')], sent)).toEqual({ code: '333333', otherCode: '222222' });
  });
});
