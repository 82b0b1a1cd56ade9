import type { Part } from './arrows';

/** A part as `docs/architecture.md` draws it: the two cells of its row in the table of arrows. */
export function arrowRow(part: Part): readonly [string, string] {
  const folder = part.filesOnly === true ? `${part.folder}/*.ts` : part.folder;
  const apart = part.apart === true ? '; not each other' : '';
  return [`\`${folder}\``, `${importsOf(part)}${apart}`];
}

/** The rows of every table of a document, without heads and rules, each as its cells. */
export function tableRows(markdown: string): string[][] {
  const lines = markdown.split('\n');
  return lines
    .filter((line, index) => isRow(line) && !isRule(line) && !isRule(lines[index + 1] ?? ''))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

function importsOf({ imports }: Part): string {
  if (imports.length === 0) return 'nothing';
  if (imports.includes('*')) return 'anything';
  return imports.map((folder) => `\`${folder}\``).join(', ');
}

function isRow(line: string): boolean {
  return line.startsWith('|') && line.endsWith('|');
}

function isRule(line: string): boolean {
  return /^\|[-:| ]+\|$/.test(line);
}
