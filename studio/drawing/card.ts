import type { State } from '../model/flow-definition';
import { portLabel } from './condition-label';
import { cut, widthOf, wrapped, type Font } from './letters';
import { wordsOf } from './widget-words';

/** Where an event leaves a card. Positions in pixels from the flow's origin. */
export interface Port {
  readonly event: string;
  readonly to: string | null;
  /** Place among the widget's transitions. */
  readonly index: number;
  readonly label: string;
  /** Before it was cut. */
  readonly fullLabel: string;
  readonly left: number;
  readonly width: number;
}

/** A widget on the canvas: where it stands and what is written on it. */
export interface Card {
  readonly state: State;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** In one line, or in two that are set smaller; cut only when that is too little. */
  readonly names: readonly string[];
  readonly lines: readonly string[];
  readonly ports: readonly Port[];
}

/** Pixels. A Studio canvas rarely puts widgets nearer to each other than 330 by 180. */
export const CARD = {
  width: 300,
  header: 58,
  line: 21,
  ports: 34,
  height: 148,
  padding: 14,
  icon: 36,
} as const;

/** The fonts of a card. */
export const FONTS = {
  name: { size: 20, isBold: true },
  longName: { size: 17, isBold: true },
  type: { size: 14 },
  text: { size: 16 },
  port: { size: 13.5 },
} as const satisfies Record<string, Font>;

/** Characters of a label that are kept: a regular expression may be of any length. */
const LONGEST_LABEL = 600;
const CELL = { padding: 8, widest: 168, narrowest: 22 } as const;

/** How wide a card has to be so that every port's label fits, but not beyond reason; a whole, even number of pixels. */
export function wantedWidth(state: State): number {
  const cells = cellWidths(state).reduce((sum, width) => sum + width, 0);
  return Math.max(CARD.width, 2 * Math.ceil(cells / 2));
}

/** The card of a widget whose middle is at `centre`, at most `width` wide. */
export function cardAt(state: State, centre: number, y: number, width: number): Card {
  const x = centre - width / 2;
  const inner = width - 2 * CARD.padding;
  return {
    state,
    x,
    y,
    width,
    height: CARD.height,
    names: namesOf(state.name, inner - CARD.icon - 10),
    lines: linesOf(state, inner),
    ports: portsOf(state, x, width),
  };
}

/** The middle of a card's upper side, where arrows arrive. */
export function entryOf({ x, y, width }: Card): { readonly x: number; readonly y: number } {
  return { x: x + width / 2, y };
}

/** Names of one line are all of one size: a size of their own would look like a ranking. */
function namesOf(name: string, width: number): readonly string[] {
  if (widthOf(name, FONTS.name) <= width) return [name];
  const parts = name.split(/(?<=[_\s.-])/);
  let first = '';
  while (widthOf(first + (parts[0] ?? ''), FONTS.longName) <= width && parts.length > 1) {
    first += parts.shift() ?? '';
  }
  return [first, cut(parts.join(''), width, FONTS.longName)].filter((line) => line !== '');
}

function linesOf(state: State, width: number): readonly string[] {
  const words = wordsOf(state).filter((line) => line !== '');
  const [first, second] = words;
  if (first === undefined) return [];
  if (second === undefined) return wrapped(first, width, 2, FONTS.text);
  const more = words.length > 2 ? `, … ${String(words.length - 2)} more` : '';
  const room = width - widthOf(more, FONTS.text);
  return [cut(first, width, FONTS.text), cut(second, room, FONTS.text) + more];
}

function portsOf(state: State, x: number, width: number): readonly Port[] {
  const wanted = cellWidths(state);
  const scale = width / wanted.reduce((sum, cell) => sum + cell, 0);
  let left = x;
  return state.transitions.map((transition, index) => {
    const cell = (wanted[index] ?? 0) * scale;
    const fullLabel = portLabel(transition).slice(0, LONGEST_LABEL);
    const label = cut(fullLabel, cell - CELL.padding, FONTS.port);
    left += cell;
    return {
      event: transition.event,
      to: transition.next ?? null,
      index,
      label,
      fullLabel,
      left: left - cell,
      width: cell,
    };
  });
}

function cellWidths(state: State): readonly number[] {
  return state.transitions.map((transition) => {
    const label = widthOf(portLabel(transition).slice(0, 60), FONTS.port);
    return Math.min(CELL.widest, Math.max(CELL.narrowest, label + 2 * CELL.padding));
  });
}
