/** What an element is made with; texts are always texts, never markup. */
export interface Properties {
  readonly class?: string;
  readonly id?: string;
  /** Attributes by name; null leaves one out. */
  readonly attributes?: Readonly<Record<string, string | null>>;
  readonly onClick?: () => void;
}

/** An element with children. There is no way to write markup: whatever comes from a flow or a message is shown as it is. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { class: className, id, attributes = {}, onClick }: Properties = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== undefined) element.className = className;
  if (id !== undefined) element.id = id;
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(name, value);
  }
  if (onClick !== undefined) element.addEventListener('click', onClick);
  element.append(...children);
  return element;
}

/** A button that submits nothing. */
export function button(properties: Properties, ...children: readonly (Node | string)[]): HTMLButtonElement {
  const attributes = { type: 'button', ...properties.attributes };
  return h('button', { ...properties, attributes }, ...children);
}

/** Shows a text in an element, and touches it only when it is another one. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A line icon of 24 by 24, for the eye only. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const attributes = { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true', focusable: 'false' };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
