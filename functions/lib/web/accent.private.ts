import { malformedWeb } from './read-web-settings.private';

/** The accent colour for one colour scheme; each is `#rrggbb`. */
export interface Shade {
  /** Of buttons, links and the focus ring. */
  readonly color: string;
  /** Of text on it. */
  readonly ink: string;
}

/** The accent colour where it can be read: on light and on dark cards. */
export interface Accent {
  readonly light: Shade;
  readonly dark: Shade;
}

type Rgb = readonly [number, number, number];

/** Text needs 4.5 to 1 (WCAG 2.2, 1.4.3: https://www.w3.org/TR/WCAG22/#contrast-minimum); a little more, for rounding. */
const LEAST_CONTRAST = 4.6;

/** The cards that `assets/web.css` paints: the least favourable background of each scheme. */
const CARDS = { light: [255, 255, 255], dark: [27, 30, 36] } as const satisfies Record<string, Rgb>;
const INKS: readonly Rgb[] = [
  [255, 255, 255],
  [16, 18, 22],
];

/** Reads `#rrggbb` and moves it towards black or white until it stands out from either card. */
export function readAccent(text: string): Accent {
  const [, hex] = /^#([0-9a-f]{6})$/i.exec(text) ?? [];
  if (hex === undefined) throw malformedWeb('WEB_ACCENT', 'a colour like #1f5fd6');
  const value = Number.parseInt(hex, 16);
  const rgb: Rgb = [value >> 16, (value >> 8) & 255, value & 255];
  return { light: shadeOn(CARDS.light, rgb, [0, 0, 0]), dark: shadeOn(CARDS.dark, rgb, [255, 255, 255]) };
}

/** Contrast of two colours like `#1f5fd6`, from 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  return contrastOf(toRgb(one), toRgb(other));
}

function shadeOn(card: Rgb, accent: Rgb, end: Rgb): Shade {
  const STEPS = 50;
  const shades = Array.from({ length: STEPS + 1 }, (_, step) => mix(accent, end, step / STEPS));
  const color = shades.find((shade) => contrastOf(shade, card) >= LEAST_CONTRAST) ?? end;
  const ink = INKS.reduce((best, candidate) =>
    contrastOf(candidate, color) > contrastOf(best, color) ? candidate : best,
  );
  return { color: toHex(color), ink: toHex(ink) };
}

function contrastOf(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function mix([r, g, b]: Rgb, [r2, g2, b2]: Rgb, share: number): Rgb {
  const part = (from: number, to: number): number => Math.round(from + (to - from) * share);
  return [part(r, r2), part(g, g2), part(b, b2)];
}

function toRgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
