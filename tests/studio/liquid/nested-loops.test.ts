import { MAXIMUM_LOOPS_BEGUN } from '../../../studio/liquid/loop-tag';
import { renderTemplate } from '../../../studio/liquid/studio-liquid';
import type { JsonObject } from '../../../studio/model/json';
import { MAXIMUM_LOOP_ITERATIONS } from '../../../studio/model/limits';

const MOST_ITERATIONS = MAXIMUM_LOOPS_BEGUN * MAXIMUM_LOOP_ITERATIONS;

/** Loops inside loops over a list of twenty, and how often the innermost reads a variable. */
function nested(depth: number): { readonly isRendered: boolean; readonly reads: number } {
  let reads = 0;
  const flow = {
    list: Array.from({ length: 20 }, (_, index) => index),
    get seen(): string {
      reads += 1;
      return '';
    },
  };
  const levels = Array.from({ length: depth }, (_, index) => `{% for x${String(index)} in flow.list %}`);
  const template = `${levels.join('')}{{flow.seen}}${'{% endfor %}'.repeat(depth)}`;
  const scope: JsonObject = { flow };
  return { isRendered: renderTemplate(template, scope, 0).ok, reads };
}

describe('loops inside loops', () => {
  test.each([1, 2, 3])('run to their end at %i levels', (depth) => {
    expect(nested(depth)).toEqual({ isRendered: true, reads: MAXIMUM_LOOP_ITERATIONS ** depth });
  });

  test.each([4, 5, 8, 12])('are given up at %i levels, after a bounded number of steps', (depth) => {
    const { isRendered, reads } = nested(depth);
    expect(isRendered).toBe(false);
    expect(reads).toBeLessThanOrEqual(MOST_ITERATIONS);
  });

  test('count anew in each template', () => {
    expect(
      [nested(3), nested(3), nested(3), nested(3), nested(3)].every(({ isRendered }) => isRendered),
    ).toBe(true);
  });

  test('say why they were given up', () => {
    const template = `${'{% for x in flow.list %}'.repeat(5)}${'{% endfor %}'.repeat(5)}`;
    const scope = { flow: { list: Array.from({ length: 15 }, () => 'x') } };
    expect(renderTemplate(template, scope, 0)).toEqual({
      ok: false,
      reason: expect.stringContaining('loops inside loops') as string,
    });
  });
});
