/** How a text is set. */
export interface Font {
  /** Pixels. */
  readonly size: number;
  readonly isBold?: boolean;
}

/** Widths in ems. No fonts can be asked here, so these are the wider ones of the usual system fonts. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'|!I]/, 0.3],
  [/[ftr()[\]/\\ "*-]/, 0.4],
  [/[mwMW@%]/, 0.9],
  [/[A-Z0-9_+=<>?#$&~{}]/, 0.64],
  [/[\u0020-\u024f]/, 0.56],
];
const WIDE = 1.05;
const ELLIPSIS = '…';
/** Characters that are looked at; no line holds as many. */
const LONGEST = 500;

const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** About how wide a text is, in pixels; rather too wide than too narrow. */
export function widthOf(text: string, font: Font): number {
  return lettersOf(text).reduce((sum, letter) => sum + letterWidth(letter, font), 0);
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function cut(text: string, width: number, font: Font): string {
  const letters = lettersOf(text.slice(0, LONGEST));
  const room = width - letterWidth(ELLIPSIS, font);
  let used = 0;
  let fitting = 0;
  for (const letter of letters) {
    used += letterWidth(letter, font);
    if (used <= room) fitting += 1;
  }
  if (used <= width && text.length <= LONGEST) return text;
  return letters.slice(0, fitting).join('').trimEnd() + ELLIPSIS;
}

/** The text in at most so many lines, broken between words; the last line is cut. */
export function wrapped(text: string, width: number, lines: number, font: Font): readonly string[] {
  const words = text.slice(0, LONGEST).split(/\s+/).filter(Boolean);
  const result: string[] = [];
  while (words.length > 0 && result.length < lines - 1) {
    let line = words.shift() ?? '';
    while (words.length > 0 && widthOf(`${line} ${words[0] ?? ''}`, font) <= width) {
      line += ` ${words.shift() ?? ''}`;
    }
    result.push(cut(line, width, font));
  }
  return words.length === 0 ? result : [...result, cut(words.join(' '), width, font)];
}

/** What a reader takes for single letters: an emoji of several code points is never cut in two. */
function lettersOf(text: string): readonly string[] {
  return [...LETTERS.segment(text)].map(({ segment }) => segment);
}

function letterWidth(letter: string, { size, isBold = false }: Font): number {
  const ems = WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? WIDE;
  return ems * size * (isBold ? 1.15 : 1);
}
