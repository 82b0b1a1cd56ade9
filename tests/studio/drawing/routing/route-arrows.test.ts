import type { Card } from '../../../../studio/drawing/card';
import type { Place } from '../../../../studio/drawing/place';
import { placeCards } from '../../../../studio/drawing/place-cards';
import { routeArrows, type RoutedArrow } from '../../../../studio/drawing/routing/route-arrows';
import { flow, state } from '../../../support/flows';
import { SHIPPED, shipped } from '../drawn';

interface Piece {
  readonly arrow: RoutedArrow;
  readonly isAcross: boolean;
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

function piecesOf(arrow: RoutedArrow): Piece[] {
  const corners = arrow.corners ?? [];
  return corners.slice(1).map((end, index) => {
    const start = corners[index] ?? end;
    const isAcross = start.y === end.y;
    const [from, to] = isAcross ? [start.x, end.x] : [start.y, end.y];
    const at = isAcross ? start.y : start.x;
    return { arrow, isAcross, at, low: Math.min(from, to), high: Math.max(from, to) };
  });
}

function doesCross({ isAcross, at, low, high }: Piece, { x, y, width, height }: Card): boolean {
  return isAcross
    ? y < at && at < y + height && low < x + width && x < high
    : x < at && at < x + width && low < y + height && y < high;
}

const isStraight = (corners: readonly Place[]): boolean =>
  corners.slice(1).every((end, index) => end.x === corners[index]?.x || end.y === corners[index]?.y);

describe.each(SHIPPED)('routeArrows, for %s', (name) => {
  const cards = placeCards(shipped(name));
  const arrows = routeArrows(cards);
  const pieces = arrows.flatMap(piecesOf);

  test('leads every arrow across and down, from port to card', () => {
    expect(arrows.filter(({ corners }) => corners === null || !isStraight(corners))).toEqual([]);
    const ends = arrows.map(({ from, port, to, corners }) => {
      const [first, last] = [corners?.[0], corners?.at(-1)];
      return [
        first?.x === port.left + port.width / 2 && first.y === from.y + from.height,
        last?.x === to.x + to.width / 2 && last.y === to.y,
      ];
    });
    expect(new Set(ends.flat())).toEqual(new Set([true]));
  });

  test('leads none through a card', () => {
    const through = pieces.flatMap((piece) =>
      cards
        .filter((card) => doesCross(piece, card))
        .map((card) => `${piece.arrow.from.state.name} through ${card.state.name}`),
    );
    expect(through).toEqual([]);
  });

  test('lays arrows to different widgets apart', () => {
    const together = pieces.flatMap((one, index) =>
      pieces
        .slice(index + 1)
        .filter(
          (other) =>
            one.arrow.to !== other.arrow.to &&
            one.isAcross === other.isAcross &&
            Math.abs(one.at - other.at) < 6 &&
            Math.min(one.high, other.high) - Math.max(one.low, other.low) > 6,
        )
        .map((other) => `${one.arrow.from.state.name} and ${other.arrow.from.state.name} at ${one.at}`),
    );
    expect(together).toEqual([]);
  });
});

describe('routeArrows', () => {
  test('leads an arrow back around the card it comes from', () => {
    const loop = flow(state('again', 'set-variables', {}, { next: 'again' }));
    const cards = placeCards(loop);
    const [back] = routeArrows(cards).filter(({ from }) => from.state.name === 'again');
    expect(back?.corners?.length).toBeGreaterThan(4);
    expect(piecesOf(back ?? failed()).some((piece) => cards.some((card) => doesCross(piece, card)))).toBe(
      false,
    );
  });
});

function failed(): never {
  throw new Error('No arrow leads back');
}
