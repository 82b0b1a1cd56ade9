import { shield } from './draw-card';
import type { DrawingOptions, DrawnFlow } from './drawn-flow';
import { widthOf } from './letters';
import { element, escaped, path } from './markup';

/** How large a key may and shall be, in pixels. */
export interface KeyRoom {
  readonly width: number;
  /** Of letters. */
  readonly size: number;
}

interface Item {
  readonly label: string;
  /** What it looks like, in a field of 24 by 24 with its upper left corner at the origin. */
  readonly mark: string;
}

/** What visited, protected and taken look like, in as many rows as it takes; nothing that the picture lacks. */
export function drawKey(
  flows: readonly DrawnFlow[],
  options: DrawingOptions,
  { width, size }: KeyRoom,
): { readonly markup: string; readonly height: number } {
  const items = itemsOf(flows, options);
  const gap = size * 1.2;
  let [x, row] = [0, 0];
  const drawn = items.map(({ label, mark }) => {
    const wanted = size * 1.6 + widthOf(label, { size });
    if (x > 0 && x + wanted > width) [x, row] = [0, row + 1];
    const top = row * size * 1.6;
    const left = x;
    x += wanted + gap;
    return (
      element(
        'g',
        { transform: path`translate(${left} ${top})`.concat(` scale(${(size / 20).toFixed(2)})`) },
        mark,
      ) +
      element(
        'text',
        { class: 'key', 'font-size': size, x: left + size * 1.6, y: top + size * 0.95 },
        escaped(label),
      )
    );
  });
  return { markup: drawn.join(''), height: items.length === 0 ? 0 : (row + 1) * size * 1.6 };
}

function itemsOf(flows: readonly DrawnFlow[], options: DrawingOptions): Item[] {
  const { visitedLabel = 'visited', unvisitedLabel = 'not visited' } = options;
  const has = (isThere: (flow: DrawnFlow) => boolean, label: string, mark: string): Item[] =>
    flows.some(isThere) ? [{ label, mark }] : [];
  return [
    ...has((flow) => flow.visited !== undefined, visitedLabel, sample('visited')),
    ...has(hasUnvisited, unvisitedLabel, sample('unvisited')),
    ...has(({ protectedWidgets = [] }) => protectedWidgets.length > 0, 'protected', shield(0, 0)),
    ...has(
      ({ takenArrows = [] }) => takenArrows.length > 0,
      'the call',
      element('path', { class: 'taken', d: 'M0,12h24' }),
    ),
  ];
}

function hasUnvisited({ visited, definition }: DrawnFlow): boolean {
  return visited !== undefined && definition.states.some(({ name }) => !visited.has(name));
}

function sample(kind: string): string {
  return element(
    'g',
    { class: kind },
    element('rect', { class: 'card', y: 2, width: 24, height: 20, rx: 5 }),
  );
}
