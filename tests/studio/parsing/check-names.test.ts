import { parseFlow } from '../../../studio/parsing/parse-flow';
import { withChange } from './sound-flow';

describe('parseFlow, of names that no widget has', () => {
  test('suggests names for the first hundred wrong ones only', () => {
    const wrong = Array.from({ length: 101 }, (_, index) => ({
      event: 'audioComplete',
      next: `${'x'.repeat(index)}hello`,
    }));
    const near = [...wrong, { event: 'audioComplete', next: 'helo' }];
    const messages = parseFlow(withChange(['states', 1, 'transitions'], near)).problems;
    expect(messages.at(1)?.message).toContain('did you mean');
    expect(messages.at(-1)?.message).toBe('no widget is named "helo": wire it to an existing one');
  });
});
