import type { Figure } from './figure';
import { meetsAim } from './figure';

/** Figures as an aligned table, one line each; an aim that is missed is marked, never hidden. */
export function printFigures(figures: readonly Figure[]): string[] {
  const width = Math.max(...figures.map((figure) => figure.name.length));
  return figures.map((figure) => {
    const value = `${round(figure.value)} ${figure.unit}`.trimEnd().padStart(16);
    return `${figure.name.padEnd(width)} ${value}   ${aimOf(figure)}`.trimEnd();
  });
}

function aimOf(figure: Figure): string {
  if (figure.aim === undefined) return '';
  const bound =
    'atMost' in figure.aim
      ? `at most ${String(figure.aim.atMost)}`
      : `at least ${String(figure.aim.atLeast)}`;
  return `aim: ${bound}${meetsAim(figure) ? '' : '  (missed)'}`;
}

/** Three significant digits: more would pretend to a precision that a shared machine has not. */
function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
