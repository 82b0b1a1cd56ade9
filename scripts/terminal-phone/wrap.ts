/** Breaks text into lines of at most `width` characters, at spaces where it can. Never answers no line. */
export function wrap(text: string, width: number): string[] {
  return wrapWords(
    text.split(/\s+/).filter((word) => word !== ''),
    width,
  );
}

/** The same for words that may have spaces in them, which stay together. */
export function wrapWords(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (line.length > width) {
      lines.push(line.slice(0, width));
      line = line.slice(width);
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** Minutes and seconds, rounded down: `0:07`. */
export function clockText(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${String(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, '0')}`;
}
