import { entryOf, type Card, type Port } from './card';
import { headAt, pathOf } from './draw-arrows';
import type { TakenArrow } from './drawn-flow';
import { widthOf } from './letters';
import { element, path } from './markup';
import { startOf, type RoutedArrow } from './routing/route-arrows';

/** A port through which a call went, with the numbers of those steps, from 1. */
interface Passed {
  readonly card: Card;
  readonly port: Port;
  readonly numbers: readonly number[];
}

/** More numbers than these at one arrow are cut. */
const MOST_NUMBERS = 4;

/** The way of a call, to be drawn over everything else. */
export function drawWay(
  taken: readonly TakenArrow[],
  cards: readonly Card[],
  arrows: readonly RoutedArrow[],
): string {
  const passed = passedPorts(taken, cards);
  const lines = passed.map(({ card, port }) => {
    const arrow = arrows.find((candidate) => candidate.from === card && candidate.port === port);
    return arrow === undefined ? drawEnd(card, port) : drawTaken(arrow);
  });
  return [...lines, ...passed.map(drawBadge)].join('');
}

/** The names of the widgets on a way. */
export function widgetsOn(taken: readonly TakenArrow[]): ReadonlySet<string> {
  return new Set(taken.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
}

function passedPorts(taken: readonly TakenArrow[], cards: readonly Card[]): readonly Passed[] {
  return cards.flatMap((card) =>
    card.ports.flatMap((port) => {
      // Arrows of one widget may share event and target: the first of them stands for all.
      const twin = card.ports.find(({ event, to }) => event === port.event && to === port.to);
      const numbers = taken.flatMap(({ from, event, to, number }, index) =>
        from === card.state.name && event === port.event && to === port.to ? [number ?? index + 1] : [],
      );
      return twin === port && numbers.length > 0 ? [{ card, port, numbers }] : [];
    }),
  );
}

function drawTaken(arrow: RoutedArrow): string {
  return (
    element('path', { class: 'taken', d: pathOf(arrow) }) +
    element('path', { class: 'taken-head', d: headAt(entryOf(arrow.to), 1.5) })
  );
}

/** The call ends at a port that leads nowhere. */
function drawEnd(card: Card, port: Port): string {
  const { x, y } = startOf(card, port);
  return (
    element('path', { class: 'taken', d: path`M${x},${y}v34` }) +
    element('rect', { class: 'end', x: x - 9, y: y + 32, width: 18, height: 5 })
  );
}

function drawBadge({ card, port, numbers }: Passed): string {
  const { x, y } = startOf(card, port);
  const more = numbers.length > MOST_NUMBERS ? '…' : '';
  const text = numbers.slice(0, MOST_NUMBERS).join('·') + more;
  const width = Math.max(22, widthOf(text, { size: 14, isBold: true }) + 12);
  return (
    element('rect', { class: 'badge', x: x - width / 2, y: y + 2, width, height: 22, rx: 11 }) +
    element('text', { class: 'number', x, y: y + 18 }, text)
  );
}
