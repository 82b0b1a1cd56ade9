import type { Style } from './style';
import { clockText, wrap } from './wrap';

/** Where text begins, behind the clock and the speaker. */
export const INDENT = 14;

/** Something said or done by one side of the call; `!` is Studio's warning voice. */
export interface Said {
  readonly seconds: number;
  readonly who: 'You' | 'IVR' | '!';
  readonly text: string;
  readonly emphasis?: 'bold' | 'dim';
}

/** Lines such as `  0:07  IVR   text`, with the text's other lines under its first. */
export function renderSaid({ seconds, who, text, emphasis }: Said, style: Style): string[] {
  const { colors, width } = style;
  const paint = { You: colors.cyan, IVR: colors.green, '!': colors.yellow }[who];
  const lines = wrap(text, width - INDENT).map((part) => (emphasis ? colors[emphasis](part) : part));
  const [first = '', ...rest] = lines;
  const clock = colors.dim(clockText(seconds).padStart(6));
  return [`${clock}  ${paint(who.padEnd(4))}  ${first}`, ...rest.map(indented)];
}

/** Text below other text of the call. */
export function indented(text: string): string {
  return ' '.repeat(INDENT) + text;
}
