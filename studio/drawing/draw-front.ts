import { drawKey } from './draw-key';
import type { Banner, DrawingOptions, DrawnFlow } from './drawn-flow';
import { cut, wrapped } from './letters';
import { element, escaped, path } from './markup';

/** What stands above all flows, with its upper left corner at the origin. */
export interface Front {
  readonly markup: string;
  /** Pixels; 0 when there is nothing. */
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Pixels of the largest letters: this part of the picture's width, or of its height if that is more, so that they can be read when
 * the whole of it is fitted to a window.
 */
const PART = { width: 1 / 40, height: 1 / 56 } as const;
const LETTERS = { least: 30, most: 140 } as const;
const TEXT_LINES = 3;

/** In a field of 48 by 48 around the origin. */
const SIGNS = {
  good: 'M-17 1l11 11l22-24',
  bad: 'M-14-14l28 28M14-14l-28 28',
  doubtful: 'M-11-10c0-16 23-16 23 0c0 9-12 8-12 17M0 20v.01',
} as const satisfies Record<Banner['verdict'], string>;

/** The verdict and a key to the marks of a picture of that size, without front; empty when there is neither. */
export function drawFront(flows: readonly DrawnFlow[], options: DrawingOptions, picture: Size): Front {
  const wanted = Math.max(picture.width * PART.width, picture.height * PART.height);
  const size = Math.round(Math.min(LETTERS.most, Math.max(LETTERS.least, wanted), picture.width / 14));
  const { width } = picture;
  const inner = width - size;
  const banner = options.banner === undefined ? null : drawBanner(options.banner, inner, size);
  const key = drawKey(flows, options, { width: inner, size: size * 0.62 });
  if (banner === null && key.height === 0) return { markup: '', height: 0 };
  const above = banner?.height ?? 0;
  const height = above + key.height + size;
  const markup = [
    element('rect', { class: 'canvas', width, height, rx: 20 }),
    element(
      'g',
      { transform: path`translate(${size / 2} ${size / 2})` },
      ...(banner === null ? [] : [banner.markup]),
      element('g', { transform: path`translate(0 ${above})` }, key.markup),
    ),
  ].join('');
  return { markup, height };
}

function drawBanner({ verdict, title, text }: Banner, width: number, size: number): Front {
  const font = { size: size * 0.56 };
  const lines = wrapped(text, width, TEXT_LINES, font);
  const titleLeft = size * 1.35;
  const scale = size / 48;
  const titleFont = { size, isBold: true };
  const sign = element(
    'g',
    { transform: `translate(${String(size / 2)} ${String(size / 2)}) scale(${scale.toFixed(2)})` },
    element('circle', { class: 'sign', r: 28 }),
    element('path', { class: 'sign-lines', d: SIGNS[verdict] }),
  );
  const shown = element(
    'text',
    { class: 'verdict', 'font-size': size, x: titleLeft, y: size * 0.86 },
    escaped(cut(title, width - titleLeft, titleFont)),
  );
  const rows = lines.map((line, index) =>
    element(
      'text',
      { class: 'banner-text', 'font-size': font.size, x: 0, y: size * 1.3 + font.size * (1 + index * 1.35) },
      escaped(line),
    ),
  );
  return {
    markup: element(
      'g',
      { class: `banner ${verdict}` },
      element('title', {}, escaped(`${title}. ${text}`)),
      sign,
      shown,
      ...rows,
    ),
    height: size * 1.5 + lines.length * font.size * 1.35,
  };
}
