import { drawFlow } from './draw-flow';
import type { DrawingOptions, DrawnFlow } from './drawn-flow';
import { element, escaped, rounded } from './markup';
import { STYLE } from './style';

/** Pixels between flows and around them. */
const GAP = 32;

/**
 * Draws flows as one standalone SVG: no script, no fonts, no links; light or dark as the reader's system is. Elements carry
 * `data-flow`, `data-widget`, `data-from`, `data-event`, `data-transition` and `data-to`, so that a page can find them. Never
 * fails for a definition that was parsed.
 */
export function drawFlows(
  flows: readonly DrawnFlow[],
  { title, isWide = false }: DrawingOptions = {},
): string {
  const drawings = flows.map(drawFlow);
  let end = GAP;
  const panels = drawings.map(({ markup, width, height }) => {
    const place = isWide ? `${rounded(end)} ${GAP}` : `${GAP} ${rounded(end)}`;
    end += (isWide ? width : height) + GAP;
    return element('g', { transform: `translate(${place})` }, markup);
  });
  const across =
    2 * GAP + Math.max(0, ...drawings.map((drawing) => (isWide ? drawing.height : drawing.width)));
  const [width, height] = (isWide ? [end, across] : [across, end]).map(Math.ceil);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'graphics-document',
      viewBox: `0 0 ${width ?? 0} ${height ?? 0}`,
      width,
      height,
    },
    element('title', {}, escaped(title ?? drawings.map(({ heading }) => heading).join(', '))),
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
    ...panels,
  );
}
