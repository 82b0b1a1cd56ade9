import fc from 'fast-check';
import { LightestFirst } from '../../../../studio/drawing/routing/queue';

describe('LightestFirst', () => {
  test('gives items back by their weight', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (weights) => {
        const queue = new LightestFirst();
        weights.forEach((weight, item) => queue.push(item, weight));
        const popped = weights.map(() => weights[queue.pop() ?? -1]);
        expect(popped).toEqual(weights.toSorted((one, other) => one - other));
        expect(queue.pop()).toBeUndefined();
      }),
    );
  });
});
