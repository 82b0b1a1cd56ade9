import { commandOfKey, commandsOfChunk, commandsOfLine } from '../../../scripts/terminal-phone/command';

describe('commandOfKey', () => {
  test.each([...'0123456789*#'])('presses %s', (key) => {
    expect(commandOfKey(key)).toEqual({ kind: 'press', key });
  });

  test.each([
    ['c', 'call'],
    ['\r', 'call'],
    ['h', 'hang-up'],
    ['?', 'help'],
    ['q', 'quit'],
    ['\u0003', 'quit'],
    ['x', 'unknown'],
  ])('takes %j for %s', (key, kind) => {
    expect(commandOfKey(key)).toEqual({ kind });
  });
});

describe('commandsOfLine', () => {
  test('calls for an empty line', () => {
    expect(commandsOfLine('')).toEqual([{ kind: 'call' }]);
  });

  test('reads a line key by key', () => {
    expect(commandsOfLine(' 1 2# ').map((command) => 'key' in command && command.key)).toEqual([
      '1',
      '2',
      '#',
    ]);
  });
});

describe('commandsOfChunk', () => {
  test('ignores arrow keys', () => {
    expect(commandsOfChunk('\u001b[A')).toEqual([]);
  });

  test('takes pasted digits one by one', () => {
    expect(commandsOfChunk('42')).toHaveLength(2);
  });
});
