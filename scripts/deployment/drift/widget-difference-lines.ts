import type { ValueChange, WidgetDifference } from './widget-difference';

/** Characters of a value that are shown: two of them and an arrow fit on a wide line. */
const LONGEST = 48;

/** Properties whose values are nobody's business. */
const SECRET_NAME = /token|secret|passw|api_?key|credential|authorization/i;

/**
 * The differences as a table: what happened, the widget, what about it, and `before → after`. Long values are cut; secrets,
 * SIDs and telephone numbers are masked. Empty for no differences.
 */
export function differenceLines(differences: readonly WidgetDifference[]): string[] {
  const rows = differences.flatMap(rowsOf);
  const width = (index: 0 | 1 | 2): number => Math.max(0, ...rows.map((row) => row[index].length));
  const [first, second, third] = [width(0), width(1), width(2)];
  return rows.map(([kind, widget, name, values]) =>
    `${kind.padEnd(first)}  ${widget.padEnd(second)}  ${name.padEnd(third)}  ${values}`.trimEnd(),
  );
}

/** A value that may be shown to anybody: on one line, masked, cut. */
export function safeValue(value: string, name = ''): string {
  if (SECRET_NAME.test(name) && value !== '') return '…';
  const text = masked(value).replace(/\s+/g, ' ');
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return short === '' || short !== short.trim() ? JSON.stringify(short) : short;
}

type Row = readonly [kind: string, widget: string, name: string, values: string];

/** The widget is named once, on its first row. A widget that came or went as a whole shows what it is now, or was. */
function rowsOf({ kind, widget, changes }: WidgetDifference): Row[] {
  return changes.map((change, index): Row => {
    const isFirst = index === 0;
    return [
      isFirst ? kind : '',
      isFirst ? safeValue(widget ?? '(the flow)') : '',
      safeValue(change.name),
      kind === 'changed' ? transitionOf(change) : shown(change.name, change.after ?? change.before),
    ];
  });
}

function transitionOf({ name, before, after }: ValueChange): string {
  return `${shown(name, before)} → ${shown(name, after)}`;
}

function shown(name: string, value: string | null): string {
  return value === null ? '(none)' : safeValue(value, name);
}

/** Credentials in URLs, whatever looks like a key or a SID, and telephone numbers however they are written. */
function masked(text: string): string {
  return text
    .replace(/\/\/[^/@\s]*@/g, '//…@')
    .replace(/[A-Za-z0-9_+=-]{20,}/g, (word) =>
      isRandom(word) ? `${word.slice(0, 2)}…${word.slice(-4)}` : word,
    )
    .replace(/\+?\(?\d(?:[ ().-]{0,2}\d){6,}/g, (number) => `…${number.replace(/\D/g, '').slice(-2)}`);
}

/** Names of people's making have few digits in them, and one case. */
function isRandom(word: string): boolean {
  return (
    (word.match(/\d/g) ?? []).length > 2 || (/\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word))
  );
}
