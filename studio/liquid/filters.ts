import { filters, type Liquid } from 'liquidjs';

/**
 * The filters that Studio's Liquid knows. Twilio's page follows the classic filters of Shopify's Liquid
 * (https://www.twilio.com/docs/studio/user-guide/liquid-template-language); `to_json` is Twilio's own, `url_encode` is
 * in use in Twilio's templates. Any other name is a template error, as in Studio (https://www.twilio.com/docs/api/errors/81018).
 */
const FILTER_NAMES: readonly string[] = [
  'abs',
  'append',
  'at_least',
  'at_most',
  'capitalize',
  'ceil',
  'compact',
  'concat',
  'date',
  'default',
  'divided_by',
  'downcase',
  'escape',
  'escape_once',
  'first',
  'floor',
  'join',
  'last',
  'lstrip',
  'map',
  'minus',
  'modulo',
  'newline_to_br',
  'plus',
  'prepend',
  'remove',
  'remove_first',
  'replace',
  'replace_first',
  'reverse',
  'round',
  'rstrip',
  'size',
  'slice',
  'sort',
  'sort_natural',
  'split',
  'strip',
  'strip_html',
  'strip_newlines',
  'times',
  'to_json',
  'truncate',
  'truncatewords',
  'uniq',
  'upcase',
  'url_decode',
  'url_encode',
  'where',
];

/** Leaves exactly Studio's filters in an engine, with those that differ from liquidjs replaced. */
export function installFilters(engine: Liquid, now: () => number): void {
  const replaced: Record<string, (value: unknown, ...rest: unknown[]) => unknown> = {
    to_json: (value) => JSON.stringify(value ?? null),
    divided_by: divide,
    modulo: (value, divisor) => Number(value) % nonZero(divisor),
  };
  for (const name of Object.keys(filters)) {
    if (!FILTER_NAMES.includes(name)) delete engine.filters[name];
  }
  for (const [name, filter] of Object.entries(replaced)) engine.registerFilter(name, filter);
  installDate(engine, now);
}

/** Whole numbers divide to whole numbers, as in Shopify's Liquid: `{{ 5 | divided_by: 2 }}` is 2. */
function divide(value: unknown, divisor: unknown): number {
  const quotient = Number(value) / nonZero(divisor);
  const isWhole = Number.isInteger(Number(value)) && Number.isInteger(Number(divisor));
  return isWhole ? Math.floor(quotient) : quotient;
}

/** Dividing by nothing is a template error, as in Shopify's Liquid. */
function nonZero(divisor: unknown): number {
  if (Number(divisor) === 0) throw new Error('divided by 0');
  return Number(divisor);
}

/** The `date` filter with our clock behind `"now"` and `"today"`. */
function installDate(engine: Liquid, now: () => number): void {
  const { date } = filters;
  if (typeof date !== 'function') throw new Error('liquidjs no longer exports its date filter');
  engine.registerFilter('date', function (value: unknown, ...rest: unknown[]): unknown {
    const isNow = value === 'now' || value === 'today';
    return date.call(this, isNow ? new Date(now()) : value, ...rest);
  });
}
