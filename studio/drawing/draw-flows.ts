import { drawFlow, layOutFlow } from './draw-flow';
import { drawFront } from './draw-front';
import { headingOf } from './draw-heading';
import type { DrawingOptions, DrawnFlow } from './drawn-flow';
import { element, escaped, path } from './markup';
import { STYLE } from './style';

/** Pixels between flows and around them. */
const GAP = 32;

/**
 * Draws flows as one standalone SVG: no script, no fonts, no links; light or dark as the reader's system is. Elements carry
 * `data-flow`, `data-widget`, `data-from`, `data-event`, `data-transition` and `data-to`, so that a page can find them. Never
 * fails for a definition that was parsed.
 */
export function drawFlows(flows: readonly DrawnFlow[], options: DrawingOptions = {}): string {
  const { title, isWide = false } = options;
  const layouts = flows.map(layOutFlow);
  const widest = Math.max(0, ...layouts.map((layout) => layout.width));
  const highest = Math.max(0, ...layouts.map((layout) => layout.height));
  const across = isWide ? layouts.reduce((sum, layout) => sum + layout.width + GAP, GAP) : widest + 2 * GAP;
  const down = isWide ? highest + 2 * GAP : layouts.reduce((sum, layout) => sum + layout.height + GAP, GAP);
  const front = drawFront(flows, options, { width: across - 2 * GAP, height: down });
  const top = front.height === 0 ? GAP : front.height + 2 * GAP;
  let end = isWide ? GAP : top;
  const panels = layouts.map((layout) => {
    const transform = isWide ? path`translate(${end} ${top})` : path`translate(${GAP} ${end})`;
    end += (isWide ? layout.width : layout.height) + GAP;
    return element('g', { transform }, drawFlow(layout, isWide ? layout.width : widest));
  });
  const width = Math.ceil(across);
  const height = Math.ceil(down + top - GAP);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'graphics-document',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
    },
    element('title', {}, escaped(title ?? flows.map((flow) => headingOf(flow).text).join(', '))),
    element('desc', {}, 'Twilio Studio flows: a card for each widget, an arrow for each transition.'),
    element('style', {}, STYLE),
    element(
      'defs',
      {},
      element(
        'pattern',
        { id: 'dots', width: 24, height: 24, patternUnits: 'userSpaceOnUse' },
        element('circle', { class: 'dot', cx: 12, cy: 12, r: 1.5 }),
      ),
    ),
    element('rect', { class: 'page', width, height }),
    ...(front.height === 0
      ? []
      : [element('g', { transform: path`translate(${GAP} ${GAP})` }, front.markup)]),
    ...panels,
  );
}
