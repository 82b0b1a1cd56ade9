/** Where the phone shows itself. */
export interface Display {
  /** Writes lines that stay. */
  readonly tell: (lines: readonly string[]) => void;
  /** Replaces the lines at the bottom, which change while time runs; a display without a cursor leaves them out. */
  readonly setLive: (lines: readonly string[]) => void;
  /** Removes the bottom lines and gives the terminal back as it was. */
  readonly close: () => void;
}

/** The part of an output stream that a display needs. */
export interface Output {
  readonly write: (text: string) => unknown;
}

/** Lines, one after the other: for pipes, files and tests. */
export function plainDisplay(output: Output): Display {
  return {
    tell: (lines) => {
      if (lines.length > 0) output.write(`${lines.join('\n')}\n`);
    },
    setLive: () => undefined,
    close: () => undefined,
  };
}

const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
const CLEAR_BELOW = '\u001b[J';
// Terminals that know "synchronized output" show a frame at once; the others ignore it.
const BEGIN_FRAME = '\u001b[?2026h';
const END_FRAME = '\u001b[?2026l';

/**
 * Lines that scroll away, and a bottom that is repainted in place. Writes once per change and nothing when nothing
 * changed, so that it does not flicker. No line may be wider than the terminal.
 */
export function terminalDisplay(output: Output): Display {
  let live: readonly string[] = [];
  const paint = (told: readonly string[], next: readonly string[]): void => {
    const up = live.length > 1 ? `\u001b[${String(live.length - 1)}A` : '';
    const kept = told.map((line) => `${line}\n`).join('');
    output.write(`${BEGIN_FRAME}${HIDE_CURSOR}\r${up}${CLEAR_BELOW}${kept}${next.join('\n')}${END_FRAME}`);
    live = next;
  };
  return {
    tell: (lines) => {
      if (lines.length > 0) paint(lines, live);
    },
    setLive: (lines) => {
      if (lines.join('\n') !== live.join('\n')) paint([], lines);
    },
    close: () => {
      paint([], []);
      output.write(SHOW_CURSOR);
    },
  };
}
