import { sideOf } from './stretches';
import type { Track } from './tracks';

/** Pixels between arrows that run side by side, as far as there is room. */
const PITCH = 14;
/** Tracks that are further apart than this never get into each other's way. */
const NEIGHBOURHOOD = 60;
/** Enough for a bundle of a dozen arrows to spread; more changes no pixel. */
const ROUNDS = 120;

/** Two tracks that run side by side, in the order in which they have to lie. */
interface Pair {
  readonly before: Track;
  readonly after: Track;
}

/** Moves tracks apart that lie in one line, or too near to each other, in the order in which they cross least. */
export function spread(tracks: readonly Track[]): void {
  const pairs = pairsOf(tracks);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const pair of pairs) pushApart(pair);
  }
}

/** All that run side by side. Their order is one for all tracks, so that no three push each other in a circle. */
function pairsOf(tracks: readonly Track[]): readonly Pair[] {
  const ordered = inOrder(tracks);
  return ordered.flatMap((before, index) =>
    ordered
      .slice(index + 1)
      .filter((after) => isBeside(before, after))
      .map((after) => ({ before, after })),
  );
}

function isBeside(one: Track, other: Track): boolean {
  return (
    one.isAcross === other.isAcross &&
    one.net !== other.net &&
    Math.abs(one.at - other.at) <= NEIGHBOURHOOD &&
    one.low < other.high + PITCH &&
    other.low < one.high + PITCH
  );
}

/** Tracks by where they lie; those in one line so that next comes whom the fewest of the others want before them. */
function inOrder(tracks: readonly Track[]): readonly Track[] {
  const lines = new Map<string, Track[]>();
  for (const track of tracks.toSorted((one, other) => one.at - other.at)) {
    const line = `${String(track.isAcross)} ${track.at}`;
    lines.set(line, [...(lines.get(line) ?? []), track]);
  }
  return [...lines.values()].flatMap(inLine);
}

function inLine(line: readonly Track[]): readonly Track[] {
  const objections = new Map(line.map((track) => [track, 0]));
  const sides = line.map((one) =>
    line.map((other) => (one !== other && isBeside(one, other) ? votes(one, other) : 0)),
  );
  const count = (index: number, change: 1 | -1): void => {
    line.forEach((other, at) => {
      if ((sides[index]?.[at] ?? 0) < 0) objections.set(other, (objections.get(other) ?? 0) + change);
    });
  };
  line.forEach((_, index) => count(index, 1));
  const rest = new Set(line);
  const ordered: Track[] = [];
  while (rest.size > 0) {
    const next = [...rest].reduce((best, track) =>
      (objections.get(track) ?? 0) < (objections.get(best) ?? 0) ? track : best,
    );
    rest.delete(next);
    ordered.push(next);
    count(line.indexOf(next), -1);
  }
  return ordered;
}

/** Below zero when `one` had better lie before `other`. */
function votes(one: Track, other: Track): number {
  return one.stretches
    .flatMap((first) =>
      other.stretches
        .filter((second) => first.low <= second.high && second.low <= first.high)
        .map((second) => sideOf(first, second)),
    )
    .reduce((sum, side) => sum + side, 0);
}

function pushApart({ before, after }: Pair): void {
  const missing = PITCH - (after.at - before.at);
  if (missing <= 0 || (before.isFixed && after.isFixed)) return;
  const share = before.isFixed || after.isFixed ? missing : missing / 2;
  if (!before.isFixed) before.at = Math.max(before.minimum, before.at - share);
  if (!after.isFixed) after.at = Math.min(after.maximum, after.at + share);
}
