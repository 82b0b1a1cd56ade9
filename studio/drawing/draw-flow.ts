import type { Card } from './card';
import { drawArrows } from './draw-arrows';
import { drawCard } from './draw-card';
import { drawHeading, HEADING_HEIGHT } from './draw-heading';
import { drawWay, drawWrongEnd, widgetsOn } from './draw-way';
import type { DrawnFlow } from './drawn-flow';
import { element, path } from './markup';
import { placeCards } from './place-cards';
import { routeArrows, type RoutedArrow } from './routing/route-arrows';

/** A flow whose cards and arrows have their places, before it is drawn. */
export interface FlowLayout {
  readonly drawn: DrawnFlow;
  readonly cards: readonly Card[];
  readonly arrows: readonly RoutedArrow[];
  readonly bounds: Bounds;
  /** Pixels that the drawing needs, heading and margins included. */
  readonly width: number;
  readonly height: number;
}

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const MARGIN = 56;
/** So that a heading has room also over a single widget. */
const LEAST_WIDTH = 860;

/** Finds out where everything goes, and how large the drawing becomes. */
export function layOutFlow(drawn: DrawnFlow): FlowLayout {
  const cards = placeCards(drawn.definition);
  const arrows = routeArrows(cards);
  const bounds = boundsOf(cards, arrows);
  const width = Math.max(LEAST_WIDTH, bounds.right - bounds.left + 2 * MARGIN);
  const height = HEADING_HEIGHT + bounds.bottom - bounds.top + 2 * MARGIN;
  return { drawn, cards, arrows, bounds, width, height };
}

/** A flow as markup, on a canvas of its own under a heading, with its upper left corner at the origin. */
export function drawFlow({ drawn, cards, arrows, bounds, height }: FlowLayout, width: number): string {
  const left = (width - bounds.left - bounds.right) / 2;
  const top = HEADING_HEIGHT + MARGIN - bounds.top;
  return element(
    'g',
    { class: 'flow', 'data-flow': drawn.name },
    element('rect', { class: 'canvas', width, height, rx: 20 }),
    element('rect', { fill: 'url(#dots)', width, height, rx: 20 }),
    drawHeading(drawn, width),
    element('g', { transform: path`translate(${left} ${top})` }, ...drawCanvas(drawn, cards, arrows)),
  );
}

function drawCanvas(
  { visited, takenArrows = [], protectedWidgets = [], wrongEnd, isPartlyKnown = false }: DrawnFlow,
  cards: readonly Card[],
  arrows: readonly RoutedArrow[],
): readonly string[] {
  const onWay = widgetsOn(takenArrows);
  const isFaded = ({ from, to }: RoutedArrow): boolean =>
    visited !== undefined && (isPartlyKnown || !(visited.has(from.state.name) && visited.has(to.state.name)));
  return [
    drawArrows(arrows, isFaded),
    ...cards.map((card) =>
      drawCard(card, {
        isVisited: visited?.has(card.state.name),
        isProtected: protectedWidgets.includes(card.state.name),
        isOnWay: onWay.has(card.state.name),
      }),
    ),
    drawWay(takenArrows, cards, arrows),
    ...cards.filter(({ state }) => state.name === wrongEnd).map(drawWrongEnd),
  ];
}

/** The rectangle that holds all cards and arrows. */
function boundsOf(cards: readonly Card[], arrows: readonly RoutedArrow[]): Bounds {
  const corners = [
    ...cards.flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
    ...arrows.flatMap((arrow) => arrow.corners ?? []),
  ];
  const start = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  return corners.reduce(
    ({ left, top, right, bottom }, { x, y }) => ({
      left: Math.min(left, x),
      top: Math.min(top, y),
      right: Math.max(right, x),
      bottom: Math.max(bottom, y),
    }),
    start,
  );
}
