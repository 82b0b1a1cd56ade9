import fc from 'fast-check';
import { knotsOf, shortestCycle, within } from '../../../studio/graph/cycles';
import { everyPathPasses, reachableAvoiding } from '../../../studio/graph/every-path';
import { arrowsOf, graphFrom, graphOf, withArrows, type Graph } from '../../../studio/graph/graph';
import {
  afterEachNode,
  beforeEachNode,
  reachableAfter,
  reachableFrom,
} from '../../../studio/graph/reachable';
import { shortestPath } from '../../../studio/graph/shortest-path';
import { flow, state } from '../../support/flows';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const node = fc.constantFrom(...names);

/** Graphs of up to six nodes, ends and doubled arrows included. */
const graphs = fc.array(fc.tuple(node, fc.option(node)), { maxLength: 12 }).map((pairs) =>
  graphFrom(
    names,
    pairs.map(([from, to], index) => ({ from, event: 'go', to, index })),
  ),
);

/** The naive reference: every path without a repeated node, except that the last may close a cycle. */
function pathsFrom(graph: Graph, path: readonly string[]): (readonly string[])[] {
  const last = path.at(-1) ?? '';
  const next = (graph.leaving.get(last) ?? []).flatMap(({ to }) => to ?? []);
  return [
    path,
    ...next.flatMap((to) => (path.includes(to) ? [[...path, to]] : pathsFrom(graph, [...path, to]))),
  ];
}

const endsOf = (paths: readonly (readonly string[])[]): Set<string> =>
  new Set(paths.map((path) => path.at(-1) ?? ''));

describe('graphOf', () => {
  test('keeps widgets and arrows in document order', () => {
    const graph = graphOf(
      flow(
        state('a', 'say-play', {}, { audioComplete: 'b' }),
        state('b', 'say-play', {}, { audioComplete: '' }),
      ),
    );
    expect(graph.nodes).toEqual(['Trigger', 'a', 'b']);
    expect(arrowsOf(graph).slice(-2)).toEqual([
      { from: 'a', event: 'audioComplete', to: 'b', index: 0 },
      { from: 'b', event: 'audioComplete', to: null, index: 0 },
    ]);
  });
});

describe('reachableFrom', () => {
  test('finds what some path ends in', () => {
    fc.assert(
      fc.property(graphs, node, (graph, start) => {
        expect(reachableFrom(graph, [start])).toEqual(endsOf(pathsFrom(graph, [start])));
      }),
    );
  });
});

describe('reachableAfter', () => {
  test('finds what some path with an arrow ends in', () => {
    fc.assert(
      fc.property(graphs, node, (graph, start) => {
        const paths = pathsFrom(graph, [start]).filter((path) => path.length > 1);
        expect(reachableAfter(graph, start)).toEqual(endsOf(paths));
      }),
    );
  });
});

describe('afterEachNode and beforeEachNode', () => {
  test('agree with a look at every path, however often they are asked', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const [after, before] = [afterEachNode(graph), beforeEachNode(graph)];
        for (const one of [...names, ...names]) {
          const paths = names.flatMap((name) => pathsFrom(graph, [name])).filter(({ length }) => length > 1);
          const starting = paths.filter((path) => path[0] === one);
          const ending = paths.filter((path) => path.at(-1) === one);
          expect(after(one)).toEqual(endsOf(starting));
          expect(before(one)).toEqual(new Set(ending.map(([start]) => start)));
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('reachableAvoiding', () => {
  test('finds what some path without the avoided ends in', () => {
    fc.assert(
      fc.property(graphs, node, fc.uniqueArray(node), (graph, start, avoided) => {
        const paths = pathsFrom(graph, [start]).filter(
          (path) => !path.some((name) => avoided.includes(name)),
        );
        expect(reachableAvoiding(graph, start, new Set(avoided))).toEqual(endsOf(paths));
      }),
    );
  });
});

describe('everyPathPasses', () => {
  test('agrees with a look at every path', () => {
    fc.assert(
      fc.property(graphs, node, node, fc.uniqueArray(node), (graph, start, target, nodes) => {
        const via = new Set(nodes);
        const paths = pathsFrom(graph, [start]).filter((path) => path.at(-1) === target);
        const expected = paths.every((path) => path.some((name) => via.has(name)));
        expect(everyPathPasses(graph, start, target, via)).toBe(expected);
      }),
    );
  });
});

describe('shortestPath', () => {
  test('is a path, and none is shorter', () => {
    fc.assert(
      fc.property(graphs, node, node, (graph, start, target) => {
        const paths = pathsFrom(graph, [start]).filter((path) => path.at(-1) === target);
        const found = shortestPath(graph, start, target);
        expect(found?.length).toBe(
          paths.length === 0 ? undefined : Math.min(...paths.map((path) => path.length)),
        );
        if (found !== undefined) expect(paths).toContainEqual(found);
      }),
    );
  });
});

describe('shortestCycle', () => {
  test('is a cycle, and none is shorter', () => {
    fc.assert(
      fc.property(graphs, node, (graph, start) => {
        const cycles = pathsFrom(graph, [start]).filter((path) => path.length > 1 && path.at(-1) === start);
        const found = shortestCycle(graph, start);
        expect(found?.length).toBe(
          cycles.length === 0 ? undefined : Math.min(...cycles.map((path) => path.length)),
        );
        if (found !== undefined) expect(cycles).toContainEqual(found);
        if (found !== undefined) expect(shortestCycle(graph, start, found.length)).toBeUndefined();
      }),
    );
  });
});

describe('knotsOf', () => {
  test('groups exactly the nodes that can get to each other and back', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const after = new Map(names.map((name) => [name, reachableAfter(graph, name)]));
        const isKnotted = (one: string, other: string): boolean =>
          after.get(one)?.has(other) === true && after.get(other)?.has(one) === true;
        const knots = knotsOf(graph);
        for (const one of names) {
          const knot = knots.filter((members) => members.includes(one));
          const expected = names.filter((other) => isKnotted(one, other));
          expect(knot).toEqual(expected.length === 0 ? [] : [expected]);
        }
      }),
    );
  });
});

describe('withArrows and within', () => {
  test('leave only what is wanted', () => {
    fc.assert(
      fc.property(graphs, fc.uniqueArray(node), (graph, members) => {
        const inside = arrowsOf(within(graph, members));
        const isInside = (name: string | null): boolean => name === null || members.includes(name);
        expect(new Set(inside)).toEqual(
          new Set(arrowsOf(graph).filter(({ from, to }) => isInside(from) && isInside(to))),
        );
        expect(arrowsOf(withArrows(graph, ({ to }) => to !== null)).every(({ to }) => to !== null)).toBe(
          true,
        );
      }),
    );
  });
});
