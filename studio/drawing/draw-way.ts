import { entryOf, type Card, type Port } from './card';
import { headAt, pathOf } from './draw-arrows';
import type { TakenArrow } from './drawn-flow';
import { widthOf } from './letters';
import { element, escaped, path } from './markup';
import { startOf, type RoutedArrow } from './routing/route-arrows';

/** A port through which a call went, with the numbers of those steps, from 1. */
interface Passed {
  readonly card: Card;
  readonly port: Port;
  readonly numbers: readonly number[];
  readonly note: string;
}

/** More numbers than these at one arrow would hide its neighbours: then the first stands there, and how many there are. */
const MOST_NUMBERS = 2;
/** Numbers that are listed where a reader asks for them. */
const MOST_LISTED = 40;

/** The way of a call, to be drawn over everything else. */
export function drawWay(
  taken: readonly TakenArrow[],
  cards: readonly Card[],
  arrows: readonly RoutedArrow[],
): string {
  const passed = passedPorts(taken, cards);
  const lines = passed.map(({ card, port, note }) => {
    const arrow = arrows.find((candidate) => candidate.from === card && candidate.port === port);
    return arrow === undefined ? drawEnd(card, port, note) : drawTaken(arrow);
  });
  return [...lines, ...passed.map(drawBadge)].join('');
}

/** The names of the widgets on a way. */
export function widgetsOn(taken: readonly TakenArrow[]): ReadonlySet<string> {
  return new Set(taken.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
}

/** A cross at the widget where a call that goes wrong ends. */
export function drawWrongEnd({ x, y }: Card): string {
  return element(
    'g',
    { class: 'wrong', transform: path`translate(${x - 8} ${y - 8})` },
    element('title', {}, 'The call that shows it ends here'),
    element('circle', { class: 'badge', r: 30 }),
    element('path', { class: 'cross', d: 'M-12-12l24 24M12-12l-24 24' }),
  );
}

function passedPorts(taken: readonly TakenArrow[], cards: readonly Card[]): readonly Passed[] {
  return cards.flatMap((card) =>
    card.ports.flatMap((port) => {
      // Arrows of one widget may share event and target: the first of them stands for all.
      const twin = card.ports.find(({ event, to }) => event === port.event && to === port.to);
      const steps = taken
        .map((step, index) => ({ ...step, number: step.number ?? index + 1 }))
        .filter(({ from, event, to }) => from === card.state.name && event === port.event && to === port.to);
      const numbers = steps.map(({ number }) => number);
      return twin === port && numbers.length > 0 ? [{ card, port, numbers, note: steps[0]?.note ?? '' }] : [];
    }),
  );
}

function drawTaken(arrow: RoutedArrow): string {
  return (
    element('path', { class: 'taken', d: pathOf(arrow) }) +
    element('path', { class: 'taken-head', d: headAt(entryOf(arrow.to), 1.5) })
  );
}

/** The branch ends at a port that leads nowhere; the call may go on in the flow that runs this one, as the note says. */
function drawEnd(card: Card, port: Port, note: string): string {
  const { x, y } = startOf(card, port);
  return (
    element('path', { class: 'taken', d: path`M${x},${y}v34` }) +
    element('rect', { class: 'end', x: x - 9, y: y + 32, width: 18, height: 5 }) +
    (note === '' ? '' : element('text', { class: 'note', x: x + 16, y: y + 42 }, escaped(note)))
  );
}

function drawBadge({ card, port, numbers }: Passed): string {
  const { x, y } = startOf(card, port);
  const [first = 0] = numbers;
  const isShort = numbers.length <= MOST_NUMBERS;
  const text = isShort ? numbers.join('·') : `${String(first)} ×${String(numbers.length)}`;
  const width = Math.max(22, widthOf(text, { size: 14, isBold: true }) + 12);
  return element(
    'g',
    {},
    element('title', {}, `Taken in ${numbers.length === 1 ? 'step' : 'steps'} ${listed(numbers)}`),
    element('rect', { class: 'badge', x: x - width / 2, y: y + 2, width, height: 22, rx: 11 }),
    element('text', { class: 'number', x, y: y + 18 }, text),
  );
}

function listed(numbers: readonly number[]): string {
  const more = numbers.length - MOST_LISTED;
  return numbers.slice(0, MOST_LISTED).join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
}
