import { createTurns } from '../../../../../scripts/emulator/api/serverless/turns';

/** Actions that end when they are told to, and note when they begin. */
function createActions() {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const action = (name: string) => (): Promise<void> => {
    begun.push(name);
    return new Promise((resolve, reject) =>
      ends.set(name, (error) => (error === undefined ? resolve() : reject(error))),
    );
  };
  return { begun, action, end: (name: string, error?: Error) => ends.get(name)?.(error) };
}

describe('createTurns', () => {
  test('runs only the last of those that wait', async () => {
    const { begun, action, end } = createActions();
    const inTurn = createTurns();
    const first = inTurn('key', action('first'));
    const others = ['second', 'third', 'last'].map((name) => inTurn('key', action(name)));
    expect(begun).toEqual(['first']);
    end('first');
    await first;
    await Promise.resolve();
    expect(begun).toEqual(['first', 'last']);
    end('last');
    await Promise.all(others);
    expect(begun).toEqual(['first', 'last']);
  });

  test('lets other keys go at once', () => {
    const { begun, action } = createActions();
    const inTurn = createTurns();
    void inTurn('one', action('first'));
    void inTurn('other', action('second'));
    expect(begun).toEqual(['first', 'second']);
  });

  test('goes on after one that failed', async () => {
    const { action, end } = createActions();
    const inTurn = createTurns();
    const first = inTurn('key', action('first'));
    const second = inTurn('key', action('second'));
    end('first', new Error('The first failed'));
    await expect(first).rejects.toThrow('The first failed');
    await Promise.resolve();
    end('second');
    await expect(second).resolves.toBeUndefined();
  });
});
