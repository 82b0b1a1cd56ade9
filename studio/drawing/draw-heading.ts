import { flowVersion } from '../wiring/flow-version';
import { shield } from './draw-card';
import type { DrawnFlow } from './drawn-flow';
import { cut, widthOf } from './letters';
import { element, escaped, path } from './markup';

/** Pixels above a canvas. */
export const HEADING_HEIGHT = 128;

const LEFT = 40;
const TITLE = { size: 38, isBold: true } as const;
const ABOUT = { size: 24 } as const;

/** What stands above a flow. */
export interface Heading {
  readonly title: string;
  readonly version: string;
  readonly about: string;
  /** Title and version in one. */
  readonly text: string;
}

/** A flow's heading by its description (`Verify subflow 1.0.0: what it does`); without a version, its name. */
export function headingOf({ name, definition }: DrawnFlow): Heading {
  const { description } = definition;
  const read = flowVersion(definition);
  if (!read.ok) return { title: name, version: '', about: description, text: name };
  const { title, version } = read.version;
  const about = description.slice(`${title} ${version}: `.length);
  return { title, version, about, text: `${title} ${version}` };
}

/** The heading, with a key to the marks that the picture uses. */
export function drawHeading(flow: DrawnFlow, width: number): string {
  const { title, version, about } = headingOf(flow);
  const shown = cut(title, width - 2 * LEFT - 180, TITLE);
  const key = drawKey(flow, width - LEFT);
  return [
    element(
      'text',
      { x: LEFT, y: 70 },
      element('tspan', { class: 'title' }, escaped(shown)),
      // In the same text, because only the reader's system knows where the title ends.
      element('tspan', { class: 'version', dx: 14 }, escaped(cut(version, 140, ABOUT))),
    ),
    element(
      'text',
      { class: 'about', x: LEFT, y: 108 },
      escaped(cut(about.charAt(0).toUpperCase() + about.slice(1), width - 2 * LEFT, ABOUT)),
    ),
    key,
  ].join('');
}

/** What visited, protected and taken look like, from the right edge to the left; nothing that the picture lacks. */
function drawKey({ visited, takenArrows = [], protectedWidgets = [] }: DrawnFlow, right: number): string {
  const items = [
    ...(takenArrows.length > 0
      ? [
          {
            label: 'the call',
            mark: (x: number) => element('path', { class: 'taken', d: path`M${x},58h24` }),
          },
        ]
      : []),
    ...(protectedWidgets.length > 0 ? [{ label: 'protected', mark: (x: number) => shield(x, 45) }] : []),
    ...(visited === undefined
      ? []
      : [
          { label: 'not visited', mark: (x: number) => sample('unvisited', x) },
          { label: 'visited', mark: (x: number) => sample('visited', x) },
        ]),
  ];
  let end = right;
  return items
    .map(({ label, mark }) => {
      const x = end - 34 - widthOf(label, { size: 20 });
      end = x - 24;
      return mark(x) + element('text', { class: 'key', x: x + 34, y: 64 }, label);
    })
    .join('');
}

function sample(kind: string, x: number): string {
  return element(
    'g',
    { class: kind },
    element('rect', { class: 'card', x, y: 48, width: 24, height: 20, rx: 5 }),
  );
}
