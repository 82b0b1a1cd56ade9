import { codeHeard } from '../../../../scripts/emulator/voice/code-heard';
import { heardOf } from '../../../../scripts/emulator/voice/heard';

function heard(...says: string[]) {
  const speech = { play: '', digits: '', language: 'en-US', voice: '', loop: 1 };
  return says.flatMap((say) => heardOf({ ...speech, say }));
}

describe('codeHeard', () => {
  test.each([
    ['Your code is 1, 2, 3, 4, 5, 6. Again: 1, 2, 3, 4, 5, 6.', '123456'],
    ['Your code is <say-as interpret-as="digits">012345</say-as>', '012345'],
    ['1<break time="1s"/>2<break time="1s"/>3<break time="1s"/>4', '1234'],
    ['1 2 3 4 5 6. 1 2 3 4 5 6. 1 2 3 4 5 6.', '123456'],
    ['Press 1 to hear your code: 9 8 7 6', '9876'],
    ['You have 10 minutes.', null],
    ['Call 14155550100', null],
  ])('hears in %j %s', (say, code) => {
    expect(codeHeard(heard(say))).toBe(code);
  });

  test('puts digits together that were said one by one', () => {
    expect(codeHeard(heard('Your code is', '4', '7', '1', '1', 'Goodbye'))).toBe('4711');
  });
});
