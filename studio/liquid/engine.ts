import { Liquid } from 'liquidjs';
import { DATE_FILTER_OFFSET_MINUTES } from '../model/undocumented';
import { installFilters } from './filters';
import { LoopTag } from './loop-tag';

/**
 * Tags of Shopify's classic Liquid that can matter in a text. Left out: `tablerow`, which makes HTML, and what liquidjs adds
 * (`include`, `render`, `layout`…), which reads files.
 */
const TAG_NAMES = [
  'assign',
  'break',
  'capture',
  'case',
  'comment',
  'continue',
  'cycle',
  'decrement',
  'for',
  'if',
  'increment',
  'raw',
  'unless',
];

/** The time that `"now"` shows while one render runs; rendering is synchronous, so one variable is enough. */
let renderedAt = 0;

/** liquidjs with the tags, filters and limits of Studio. */
export const engine = createEngine();

/** Sets what `"now"` shows, in milliseconds since 1970, until it is set again. */
export function showTime(now: number): void {
  renderedAt = now;
}

function createEngine(): Liquid {
  const liquid = new Liquid({
    strictFilters: true,
    ownPropertyOnly: true,
    timezoneOffset: DATE_FILTER_OFFSET_MINUTES,
    locale: 'en-US',
    memoryLimit: 1_000_000,
    outputEscape: printed,
  });
  for (const name of Object.keys(liquid.tags)) {
    if (!TAG_NAMES.includes(name)) delete liquid.tags[name];
  }
  liquid.registerTag('for', LoopTag);
  installFilters(liquid, () => renderedAt);
  return liquid;
}

/** Not public: how an object prints inside text; here as JSON, which is what `to_json` gives. */
export function printed(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.map(printed).join('') : JSON.stringify(value);
}
