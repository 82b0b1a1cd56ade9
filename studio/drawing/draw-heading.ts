import { flowVersion } from '../wiring/flow-version';
import type { DrawnFlow } from './drawn-flow';
import { cut } from './letters';
import { element, escaped } from './markup';

/** Pixels above a canvas. */
export const HEADING_HEIGHT = 128;

const LEFT = 40;
const TITLE = { size: 38, isBold: true } as const;
const ABOUT = { size: 24 } as const;
/** Of the width, at most; the version has the rest. */
const TITLE_SHARE = 0.65;

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

/** The heading of a flow. */
export function drawHeading(flow: DrawnFlow, width: number): string {
  const { title, version, about } = shownHeading(flow);
  const shown = cut(title, (width - 2 * LEFT) * TITLE_SHARE, TITLE);
  return [
    element(
      'text',
      { x: LEFT, y: 70 },
      element('tspan', { class: 'title' }, escaped(shown)),
      // In the same text, because only the reader's system knows where the title ends.
      element(
        'tspan',
        { class: 'version', dx: 14 },
        escaped(cut(version, width * (0.9 - TITLE_SHARE), ABOUT)),
      ),
    ),
    element('text', { class: 'about', x: LEFT, y: 108 }, escaped(cut(about, width - 2 * LEFT, ABOUT))),
  ].join('');
}

/** The source first, if there is one: then what the description says is only quoted. */
function shownHeading(flow: DrawnFlow): Omit<Heading, 'text'> {
  const heading = headingOf(flow);
  const about = heading.about.charAt(0).toUpperCase() + heading.about.slice(1);
  if (flow.source === undefined) return { ...heading, about };
  const isNamed = heading.version !== '';
  return {
    title: flow.source,
    version: isNamed ? heading.text : '',
    about: about === '' ? '' : `Its description: “${about}”`,
  };
}
