/** Attributes of an element; one that is undefined is left out, a number is rounded to a tenth of a pixel. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Everything that XML 1.0 cannot hold, not even escaped (https://www.w3.org/TR/xml/#charsets). */
const UNSPEAKABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any text as XML that shows it: widget names and texts are other people's. */
export function escaped(text: string): string {
  return text.replace(UNSPEAKABLE, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** An element. Attributes are escaped here; children are markup already, so texts go in by `escaped`. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`],
  );
  const start = `<${name}${written.join('')}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`;
}

/** A number as it stands in a path: at most one decimal, never `-0`. */
function rounded(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

/** Path data or a transformation whose numbers are rounded like those of attributes. */
export function path(parts: TemplateStringsArray, ...numbers: readonly number[]): string {
  return String.raw({ raw: parts }, ...numbers.map(rounded));
}
