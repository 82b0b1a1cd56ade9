import { createHash } from 'node:crypto';

import { readAccent } from './accent.private';
import type { Accent, Shade } from './accent.private';
import { WEB_SETTINGS } from './setting-table.private';

/** The style sheet that gives the pages the operator's colour. */
export function themeCss({ light, dark }: Accent): string {
  return `:root{${variables(light)}}@media (prefers-color-scheme:dark){:root{${variables(dark)}}}\n`;
}

/** Where a page finds it; `undefined` for the usual colour, which `assets/web.css` has already. Named for its contents. */
export function themeUrl(accent: Accent): string | undefined {
  const css = themeCss(accent);
  if (css === themeCss(readAccent(WEB_SETTINGS.WEB_ACCENT.fallback))) return undefined;
  return `/web/theme?v=${createHash('sha256').update(css).digest('hex').slice(0, 8)}`;
}

function variables({ color, ink }: Shade): string {
  return `--accent:${color};--accent-ink:${ink}`;
}
