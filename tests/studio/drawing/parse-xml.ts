/** An element of a picture. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly inside, entities resolved. */
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const TOKEN = /<\/([\w-]+)>|<([\w-]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const ALLOWED = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Reads the XML that pictures are written in, without declarations and comments. Throws when it is not well-formed. */
export function parseXml(xml: string): XmlElement {
  if (!ALLOWED.test(xml)) throw new Error('A character that XML cannot hold');
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let end = 0;
  for (const token of xml.matchAll(TOKEN)) {
    end = token.index + token[0].length;
    readToken(token, open);
  }
  const [document, ...others] = root.children;
  if (end !== xml.length) throw new Error(`Not XML: ${xml.slice(end, end + 60)}`);
  if (document === undefined || others.length > 0 || open.length !== 1) throw new Error('Not one element');
  return document;
}

/** An element and all below it. */
export function withDescendants(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(withDescendants)];
}

/** The elements of a class, wherever they are. */
export function ofClass(element: XmlElement, name: string): readonly XmlElement[] {
  return withDescendants(element).filter(({ attributes }) => attributes['class']?.split(' ').includes(name));
}

function readToken(token: RegExpExecArray, open: OpenElement[]): void {
  const [, closed, opened, attributes = '', isEmpty, text] = token;
  const parent = open.at(-1);
  if (text !== undefined && parent !== undefined) parent.text += resolved(text);
  if (opened !== undefined) {
    const element = { name: opened, attributes: attributesIn(attributes), children: [], text: '' };
    parent?.children.push(element);
    if (isEmpty !== '/') open.push(element);
  }
  if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`);
}

function attributesIn(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(
    ([, key = '', value = '']) => [key, resolved(value)] as const,
  );
  if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`Twice the same in ${text}`);
  return Object.fromEntries(pairs);
}

function resolved(text: string): string {
  return text.replace(/&[^;]*;?/g, (entity) => {
    const character = ENTITIES[entity];
    if (character === undefined) throw new Error(`No entity: ${entity}`);
    return character;
  });
}
