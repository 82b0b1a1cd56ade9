/** Colours by what they are for, in light and in dark surroundings. */
const PALETTE = {
  page: ['#ffffff', '#0d1117'],
  canvas: ['#f5f6f8', '#161b22'],
  dot: ['#dfe3e8', '#262c36'],
  card: ['#ffffff', '#21262d'],
  edge: ['#cfd5dd', '#3d444d'],
  ink: ['#16191f', '#f0f3f6'],
  quiet: ['#5a6472', '#9aa5b1'],
  arrow: ['#8a94a3', '#7d8794'],
  // Not green: that calls come to a widget is neither good nor bad.
  visited: ['#e6eefb', '#1a2a44'],
  'visited-edge': ['#5b84c4', '#5f8fd8'],
  good: ['#15803d', '#3fb950'],
  doubtful: ['#a15c00', '#e3a008'],
  taken: ['#d6224a', '#ff5c7c'],
  'on-taken': ['#ffffff', '#2b0610'],
  shield: ['#b7791f', '#e3b341'],
  start: ['#374151', '#8b949e'],
  voice: ['#2563eb', '#3b82f6'],
  logic: ['#7c3aed', '#8b5cf6'],
  data: ['#b45309', '#c2740c'],
  code: ['#047857', '#0f9f75'],
  message: ['#0e7490', '#0891b2'],
  other: ['#64748b', '#6b7789'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

type Colour = keyof typeof PALETTE;

/** What is coloured, by selector. */
const COLOURED: readonly (readonly [string, 'fill' | 'stroke' | 'color', Colour])[] = [
  ['.page', 'fill', 'page'],
  ['.canvas', 'fill', 'canvas'],
  ['.dot', 'fill', 'dot'],
  ['.card', 'fill', 'card'],
  ['.card,.rule', 'stroke', 'edge'],
  ['.name,.words,.port,.title,.banner-text,.key', 'fill', 'ink'],
  ['.type,.about,.version', 'fill', 'quiet'],
  ['.arrow', 'stroke', 'arrow'],
  ['.head', 'fill', 'arrow'],
  ['.halo', 'stroke', 'canvas'],
  ['.wired', 'fill', 'arrow'],
  ['.open', 'fill', 'card'],
  ['.wired,.open', 'stroke', 'arrow'],
  ['.visited .card', 'fill', 'visited'],
  ['.visited .card', 'stroke', 'visited-edge'],
  ['.unvisited .card', 'stroke', 'quiet'],
  ['.protected .card', 'stroke', 'shield'],
  ['.shield', 'fill', 'shield'],
  ['.on-way .card', 'stroke', 'taken'],
  ['.taken', 'stroke', 'taken'],
  ['.taken-head,.badge,.end', 'fill', 'taken'],
  ['.number', 'fill', 'on-taken'],
  ['.cross', 'stroke', 'on-taken'],
  ['.note', 'fill', 'taken'],
  ['.note', 'stroke', 'canvas'],
  ['.good .sign,.good .verdict', 'fill', 'good'],
  ['.bad .sign,.bad .verdict', 'fill', 'taken'],
  ['.doubtful .sign,.doubtful .verdict', 'fill', 'doubtful'],
  ['.sign-lines', 'stroke', 'page'],
  ['.start', 'fill', 'start'],
  ['.voice', 'fill', 'voice'],
  ['.logic', 'fill', 'logic'],
  ['.data', 'fill', 'data'],
  ['.code', 'fill', 'code'],
  ['.message', 'fill', 'message'],
  ['.other', 'fill', 'other'],
];

const SHAPES = `
text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.title{font-size:38px;font-weight:700}.version{font-size:24px;font-weight:500}.about{font-size:24px}
.verdict{font-weight:750}
.note{font-size:18px;font-weight:700;stroke-width:5;paint-order:stroke;stroke-linejoin:round}
.cross,.sign-lines{fill:none;stroke-width:8;stroke-linecap:round;stroke-linejoin:round}
.name{font-weight:650}.type{font-size:14px}.words{font-size:16px}.port{font-size:13.5px;text-anchor:middle}
.card{stroke-width:1.5}.rule{stroke-width:1;fill:none}
.glyph{fill:none;stroke:#fff;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.check{fill:none;stroke:#fff;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.arrow{fill:none;stroke-width:2.5}.halo{fill:none;stroke-width:5}.wired,.open{stroke-width:2}
.faded{opacity:.35}.unvisited{opacity:.45}.unvisited .card{stroke-dasharray:6 5}
.protected .card{stroke-width:3}.on-way .card{stroke-width:3.5}
.taken{fill:none;stroke-width:5;stroke-linejoin:round}.number{font-size:14px;font-weight:700;text-anchor:middle}
`;

function colours(side: 0 | 1): string {
  return COLOURED.map(
    ([selector, property, colour]) => `${selector}{${property}:${PALETTE[colour][side]}}`,
  ).join('');
}

/** The style sheet of every picture: light, and dark where the reader's system is. */
export const STYLE = `${SHAPES}${colours(0)}\n@media (prefers-color-scheme:dark){${colours(1)}}\n`;
