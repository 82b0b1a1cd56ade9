import { inParallel } from '../../../../scripts/deployment/requests/in-parallel';

describe('inParallel', () => {
  test('answers in order and keeps to the limit', async () => {
    let [running, most] = [0, 0];
    const results = await inParallel(2, [1, 2, 3, 4, 5], async (item) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return item * 10;
    });
    expect(results).toEqual([10, 20, 30, 40, 50]);
    expect(most).toBe(2);
  });

  test('starts nothing after a failure and ends what runs', async () => {
    const ended: number[] = [];
    const work = inParallel(2, [1, 2, 3, 4], async (item) => {
      if (item === 1) throw new Error('the first');
      await Promise.resolve();
      ended.push(item);
    });
    await expect(work).rejects.toThrow('the first');
    expect(ended).toEqual([2]);
  });

  test('has nothing to do for no items', async () => {
    expect(await inParallel(3, [], () => Promise.reject(new Error('unexpected')))).toEqual([]);
  });
});
