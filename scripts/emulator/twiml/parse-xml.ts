/** An element and what stands in it: elements and texts, in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** The root of a document, or one sentence on what is wrong with it. */
export type XmlResult =
  { readonly ok: true; readonly root: XmlElement } | { readonly ok: false; readonly problem: string };

/**
 * Reads a small XML document: elements, attributes, texts, comments, CDATA and the five named entities, which is all that
 * TwiML has. A document type is refused, and with it every entity that could grow.
 */
export function parseXml(text: string): XmlResult {
  const reader = new Reader(text.replace(/^\uFEFF/, ''));
  return reader.read();
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const TOKEN = new RegExp(
  [
    /<!--[\s\S]*?-->/,
    /<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>/,
    /<\?(?<instruction>[\s\S]*?)\?>/,
    /<\/(?<close>[^\s<>/]+)\s*>/,
    /<(?<open>[A-Za-z_][\w:.-]*)(?<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>/,
    /(?<text>[^<]+)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'y',
);

class Reader {
  readonly #text: string;
  readonly #document: OpenElement = { name: '', attributes: {}, children: [] };
  readonly #open: OpenElement[] = [this.#document];

  constructor(text: string) {
    this.#text = text;
  }

  read(): XmlResult {
    const token = new RegExp(TOKEN);
    while (token.lastIndex < this.#text.length) {
      const at = token.lastIndex;
      const groups = token.exec(this.#text)?.groups;
      const problem = groups === undefined ? 'something is not closed or not quoted' : this.#take(groups, at);
      if (problem !== null) return { ok: false, problem: `Character ${at + 1}: ${problem}` };
    }
    return this.#result();
  }

  #result(): XmlResult {
    const { name } = this.#here();
    if (name !== '') return { ok: false, problem: `<${name}> is never closed` };
    const [root, ...others] = this.#document.children;
    if (typeof root !== 'object') return { ok: false, problem: 'There is no element' };
    return others.length === 0 ? { ok: true, root } : { ok: false, problem: 'There is more than one root' };
  }

  /** What is wrong with the token, or null. */
  #take(token: Readonly<Record<string, string | undefined>>, at: number): string | null {
    if (token.open !== undefined) return this.#begin(token.open, token.attributes ?? '', token.empty === '/');
    if (token.close !== undefined) return this.#end(token.close);
    if (token.text !== undefined) return this.#say(decode(token.text));
    if (token.cdata !== undefined) return this.#say(token.cdata);
    const isLateDeclaration = at > 0 && /^xml\s/i.test(token.instruction ?? '');
    return isLateDeclaration ? 'something stands before the XML declaration' : null;
  }

  #here(): OpenElement {
    return this.#open.at(-1) ?? this.#document;
  }

  #begin(name: string, written: string, isEmpty: boolean): string | null {
    const attributes: Record<string, string> = {};
    for (const [, key = '', double, single] of written.matchAll(ATTRIBUTE)) {
      const value = decode(double ?? single ?? '');
      if (value === null) return `the attribute ${key} has an unknown entity`;
      if (key in attributes) return `the attribute ${key} stands twice`;
      attributes[key] = value;
    }
    const element: OpenElement = { name, attributes, children: [] };
    this.#here().children.push(element);
    if (!isEmpty) this.#open.push(element);
    return null;
  }

  #end(name: string): string | null {
    if (this.#here().name !== name) return `</${name}> closes nothing`;
    this.#open.pop();
    return null;
  }

  #say(text: string | null): string | null {
    if (text === null) return 'an & stands alone or names an unknown entity';
    if (this.#open.length > 1) this.#here().children.push(text);
    else if (text.trim() !== '') return 'there is text outside of the root';
    return null;
  }
}

const ENTITIES = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));|&/gi;

/** A text without its entities; null when one of them means nothing. */
function decode(text: string): string | null {
  const parts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(ENTITY)) {
    const [all, decimal, hex, name] = match;
    const character = characterOf(decimal, hex, name);
    if (character === null) return null;
    parts.push(text.slice(end, match.index), character);
    end = match.index + all.length;
  }
  return parts.join('') + text.slice(end);
}

function characterOf(decimal: string | undefined, hex: string | undefined, name = ''): string | null {
  if (decimal === undefined && hex === undefined) return ENTITIES.get(name) ?? null;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : null;
}
