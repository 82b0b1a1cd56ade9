import fc from 'fast-check';

import { createTimerQueue } from '../../../../scripts/emulator/time/timer-queue';

describe('createTimerQueue', () => {
  test('answers timers by moment, then by age', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ at: fc.nat(20), isCancelled: fc.boolean() })), (wanted) => {
        const queue = createTimerQueue();
        const fired: number[] = [];
        wanted.forEach(({ at, isCancelled }, index) => {
          const timer = queue.add(at, () => fired.push(index));
          if (isCancelled) timer.cancel();
        });
        while (queue.nextAt() !== null) queue.take()?.();
        const expected = wanted
          .map((timer, index) => ({ ...timer, index }))
          .filter((timer) => !timer.isCancelled)
          .sort((a, b) => a.at - b.at || a.index - b.index);
        expect(fired).toEqual(expected.map((timer) => timer.index));
      }),
    );
  });

  test('has no next moment when all is cancelled', () => {
    const queue = createTimerQueue();
    queue.add(1, () => undefined).cancel();
    expect(queue.nextAt()).toBeNull();
    expect(queue.take()).toBeUndefined();
  });
});
