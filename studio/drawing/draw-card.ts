import type { State } from '../model/flow-definition';
import { CARD, FONTS, type Card, type Port } from './card';
import { element, escaped, path, type Attributes } from './markup';
import { startOf } from './routing/route-arrows';
import { lookOf } from './widget-looks';
import { wordsOf } from './widget-words';

/** What is to be shown of a widget besides itself. */
export interface CardMarks {
  /** Undefined: no difference is made between visited and not. */
  readonly isVisited: boolean | undefined;
  readonly isProtected: boolean;
  readonly isOnWay: boolean;
}

/** Characters of a widget's words in its description; Studio's own texts are shorter. */
const LONGEST_DESCRIPTION = 600;

/** A widget's card with its ports. */
export function drawCard(card: Card, marks: CardMarks): string {
  const { state, x, y, width, height } = card;
  const look = lookOf(state.type);
  return element(
    'g',
    { class: classOf(marks), role: 'img', 'data-widget': state.name },
    element('title', {}, escaped(state.name)),
    element('desc', {}, escaped(descriptionOf(card, look.label, marks))),
    element('rect', { class: 'card', x, y, width, height, rx: 12 }),
    element('rect', {
      class: look.accent,
      x: x + CARD.padding,
      y: y + 12,
      width: CARD.icon,
      height: CARD.icon,
      rx: 10,
    }),
    element('path', {
      class: 'glyph',
      transform: path`translate(${x + CARD.padding + 6} ${y + 18})`,
      d: look.icon,
    }),
    ...drawName(card, look.label),
    ...card.lines.map((line, index) =>
      drawText(
        { class: 'words', x: x + CARD.padding, y: y + CARD.header + 17 + index * CARD.line },
        line,
        fullWords(state),
      ),
    ),
    ...(marks.isProtected ? [shield(x + width - 24, y - 14)] : []),
    drawPorts(card),
  );
}

function classOf({ isVisited, isProtected, isOnWay }: CardMarks): string {
  const visit = isVisited === undefined ? [] : [isVisited ? 'visited' : 'unvisited'];
  return ['widget', ...visit, ...(isProtected ? ['protected'] : []), ...(isOnWay ? ['on-way'] : [])].join(
    ' ',
  );
}

function descriptionOf({ state, ports }: Card, label: string, marks: CardMarks): string {
  const words = fullWords(state);
  const arrows = ports.map(
    (port) => `${port.fullLabel} leads ${port.to === null ? 'nowhere' : `to ${port.to}`}`,
  );
  const remarks = [
    ...(marks.isProtected ? ['Protected'] : []),
    ...(marks.isVisited === false ? ['Not visited'] : []),
  ];
  return [label, words, arrows.join(', '), ...remarks].filter(Boolean).join('. ');
}

function fullWords(state: State): string {
  return wordsOf(state).filter(Boolean).join('; ').slice(0, LONGEST_DESCRIPTION);
}

/** The name, and the type below it. */
function drawName({ state, names, x, y }: Card, label: string): readonly string[] {
  const isLong = names.length > 1;
  const size = isLong ? FONTS.longName.size : FONTS.name.size;
  const lines = names.map((line, index) =>
    drawText(
      { class: 'name', 'font-size': size, x: x + 60, y: y + (isLong ? 23 + index * 18 : 29) },
      line,
      state.name,
    ),
  );
  return [...lines, element('text', { class: 'type', x: x + 60, y: y + (isLong ? 56 : 47) }, escaped(label))];
}

/** A text that, when it was cut, shows all of it to whoever points at it. */
function drawText(attributes: Attributes, shown: string, all: string): string {
  const title = shown.includes('…') && shown !== all ? [element('title', {}, escaped(all))] : [];
  return element('text', attributes, ...title, escaped(shown));
}

function drawPorts(card: Card): string {
  const { x, y, width, height, ports } = card;
  if (ports.length === 0) return '';
  const top = y + height - CARD.ports;
  const fences = ports.slice(1).map(({ left }) => path`M${left},${top}v${CARD.ports}`);
  const rules = element('path', { class: 'rule', d: [path`M${x},${top}h${width}`, ...fences].join('') });
  return rules + ports.map((port) => drawPort(card, port)).join('');
}

function drawPort(card: Card, port: Port): string {
  const { x, y } = startOf(card, port);
  return (
    drawText({ class: 'port', x, y: y - 13 }, port.label, port.fullLabel) +
    element('circle', {
      class: port.to === null ? 'open' : 'wired',
      cx: x,
      cy: y,
      r: 5,
      'data-event': port.event,
    })
  );
}

/** A shield, 24 pixels wide, whose upper left corner is given. */
export function shield(x: number, y: number): string {
  return element(
    'g',
    { transform: path`translate(${x} ${y})` },
    element('path', { class: 'shield', d: 'M12 1l10 4v7c0 6-4 10-10 13c-6-3-10-7-10-13v-7z' }),
    element('path', { class: 'check', d: 'M7.5 12.5l3.3 3.3l6-6.5' }),
  );
}
