import { entryOf } from './card';
import { element, path } from './markup';
import { curvedPath, roundedPath } from './path-data';
import type { Place } from './place';
import { startOf, type RoutedArrow } from './routing/route-arrows';

/** Length of an arrow's head, in pixels. */
const HEAD = 11;

/**
 * All arrows, those to one widget together: later ones cross earlier ones like a bridge. An arrow between widgets of which one
 * was not visited is faded.
 */
export function drawArrows(arrows: readonly RoutedArrow[], isFaded: (arrow: RoutedArrow) => boolean): string {
  const targets = [...new Set(arrows.map(({ to }) => to))];
  return targets
    .map((target) => {
      const own = arrows.filter(({ to }) => to === target);
      const lines = own.map((arrow) => drawLine(arrow, isFaded(arrow)));
      const head = { class: own.every(isFaded) ? 'head faded' : 'head', d: headAt(entryOf(target)) };
      return [
        element('path', { class: 'halo', d: own.map(pathOf).join('') }),
        ...lines,
        element('path', head),
      ].join('');
    })
    .join('');
}

/** Path data of an arrow, up to its head. */
export function pathOf({ from, port, to, corners }: RoutedArrow): string {
  const end = entryOf(to);
  const beforeHead = { x: end.x, y: end.y - HEAD + 1 };
  if (corners === null) return curvedPath(startOf(from, port), beforeHead);
  return roundedPath([...corners.slice(0, -1), beforeHead]);
}

/** Path data of an arrow's head that points down at a place; `scale` makes it larger. */
export function headAt({ x, y }: Place, scale = 1): string {
  const [half, length] = [6 * scale, HEAD * scale];
  return path`M${x},${y - 1}l${-half},${-length}h${2 * half}z`;
}

function drawLine(arrow: RoutedArrow, isFaded: boolean): string {
  return element('path', {
    class: isFaded ? 'arrow faded' : 'arrow',
    d: pathOf(arrow),
    'data-from': arrow.from.state.name,
    'data-event': arrow.port.event,
    'data-transition': arrow.port.index,
    'data-to': arrow.to.state.name,
  });
}
