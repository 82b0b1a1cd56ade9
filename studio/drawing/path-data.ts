import { path } from './markup';
import type { Place } from './place';

/** Pixels. */
const RADIUS = 12;

/** Path data of a way with rounded corners. */
export function roundedPath(corners: readonly Place[]): string {
  const [first] = corners;
  if (first === undefined) return '';
  const parts = corners.slice(1).map((corner, index) => {
    const before = corners[index] ?? corner;
    const after = corners[index + 2];
    if (after === undefined) return `L${at(corner)}`;
    const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, after) / 2);
    return `L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, after, radius))}`;
  });
  return `M${at(first)}${parts.join('')}`;
}

/** Path data of a plain curve that leaves and arrives downwards. */
export function curvedPath(from: Place, to: Place): string {
  const bend = Math.max(60, Math.abs(to.y - from.y) / 2);
  const leave = { x: from.x, y: from.y + bend };
  const arrive = { x: to.x, y: to.y - bend };
  return `M${at(from)}C${at(leave)} ${at(arrive)} ${at(to)}`;
}

function at({ x, y }: Place): string {
  return path`${x},${y}`;
}

function distance(one: Place, other: Place): number {
  return Math.abs(one.x - other.x) + Math.abs(one.y - other.y);
}

function towards(from: Place, to: Place, length: number): Place {
  const whole = distance(from, to) || 1;
  return {
    x: from.x + ((to.x - from.x) * length) / whole,
    y: from.y + ((to.y - from.y) * length) / whole,
  };
}
