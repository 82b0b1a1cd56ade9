import { DISTANCE, type Box } from './lattice';
import type { Stretch } from './stretches';

/** Stretches of one net that lie in one line: they are moved together. */
export interface Track {
  readonly stretches: readonly Stretch[];
  readonly net: string;
  readonly isAcross: boolean;
  readonly isFixed: boolean;
  readonly low: number;
  readonly high: number;
  /** Where it may lie without coming too near to a card. */
  readonly minimum: number;
  readonly maximum: number;
  /** Where it lies; the one thing that changes. */
  at: number;
}

/** Puts stretches together that are of one net and touch each other in one line. */
export function tracksOf(stretches: readonly Stretch[], boxes: readonly Box[]): readonly Track[] {
  const lines = new Map<string, Stretch[]>();
  for (const stretch of stretches) {
    const line = `${stretch.isAcross ? 'y' : 'x'} ${stretch.at} ${stretch.route.net}`;
    lines.set(line, [...(lines.get(line) ?? []), stretch]);
  }
  return [...lines.values()].flatMap((line) => touching(line).flatMap((group) => trackOf(group, boxes)));
}

/** Groups of stretches of one line that overlap or meet. */
function touching(line: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const groups: Stretch[][] = [];
  let end = -Infinity;
  for (const stretch of line.toSorted((one, other) => one.low - other.low)) {
    if (stretch.low <= end) groups.at(-1)?.push(stretch);
    else groups.push([stretch]);
    end = Math.max(end, stretch.high);
  }
  return groups;
}

function trackOf(stretches: readonly Stretch[], boxes: readonly Box[]): readonly Track[] {
  const [first] = stretches;
  if (first === undefined) return [];
  const { isAcross, at, route } = first;
  const low = Math.min(...stretches.map((stretch) => stretch.low));
  const high = Math.max(...stretches.map((stretch) => stretch.high));
  const beside = boxes
    .map((box) => (isAcross ? box : { left: box.top, right: box.bottom, top: box.left, bottom: box.right }))
    .filter(({ left, right }) => left < high + DISTANCE.least && right > low - DISTANCE.least);
  const before = beside.filter(({ bottom }) => bottom <= at).map(({ bottom }) => bottom + DISTANCE.least);
  const after = beside.filter(({ top }) => top >= at).map(({ top }) => top - DISTANCE.least);
  return [
    {
      stretches,
      net: route.net,
      isAcross,
      isFixed: stretches.some(({ isFixed }) => isFixed),
      low,
      high,
      minimum: Math.min(at, Math.max(-Infinity, ...before)),
      maximum: Math.max(at, Math.min(Infinity, ...after)),
      at,
    },
  ];
}
