import { SaxesParser } from 'saxes';

/** An element and what stands in it: elements and texts, in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** The root of a document, or one sentence on what is wrong with it. */
export type XmlResult =
  { readonly ok: true; readonly root: XmlElement } | { readonly ok: false; readonly problem: string };

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Reads an XML document. A document type is refused, and with it every entity that could grow. */
export function parseXml(text: string): XmlResult {
  const document: OpenElement = { name: '', attributes: {}, children: [] };
  const problem = readInto(document, text);
  if (problem !== null) return { ok: false, problem };
  const root = document.children.find((child) => typeof child === 'object');
  return root === undefined ? { ok: false, problem: 'There is no element' } : { ok: true, root };
}

/** Puts what the text has into the document; answers the first thing that is wrong, or null. */
function readInto(document: OpenElement, text: string): string | null {
  const open = [document];
  const here = (): OpenElement => open.at(-1) ?? document;
  const problems: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => problems.push(message));
  parser.on('doctype', () => problems.push('a document type is not taken'));
  parser.on('opentag', ({ name, attributes }) => {
    const element: OpenElement = { name, attributes: { ...attributes }, children: [] };
    here().children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (words) => here().children.push(words));
  parser.on('cdata', (words) => here().children.push(words));
  parser.write(text).close();
  return problems[0] ?? null;
}
