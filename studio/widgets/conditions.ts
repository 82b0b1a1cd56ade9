/** Decides one predicate of a split. Both texts come trimmed and in lower case. */
export type Condition = (tested: string, value: string) => boolean;

/**
 * The predicates of Split Based On. Comparison ignores case and surrounding blanks
 * (https://www.twilio.com/docs/studio/widget-library/split-based-on). Not public: an empty value, which every text contains and
 * starts with here; texts that are no numbers, which compare as neither less nor greater; and equal times and dates, which
 * are neither before nor after.
 */
export const conditions: Readonly<Record<string, Condition>> = {
  equal_to: (tested, value) => tested === value,
  not_equal_to: (tested, value) => tested !== value,
  matches_any_of: (tested, value) => listed(value).includes(tested),
  does_not_match_any_of: (tested, value) => !listed(value).includes(tested),
  is_blank: (tested) => tested === '',
  is_not_blank: (tested) => tested !== '',
  regex: (tested, value) => matchesWhole(tested, value),
  contains: (tested, value) => tested.includes(value),
  does_not_contain: (tested, value) => !tested.includes(value),
  starts_with: (tested, value) => tested.startsWith(value),
  does_not_start_with: (tested, value) => !tested.startsWith(value),
  less_than: (tested, value) => compare(tested, value, isNumber, (a, b) => Number(a) < Number(b)),
  greater_than: (tested, value) => compare(tested, value, isNumber, (a, b) => Number(a) > Number(b)),
  is_before_time: (tested, value) => compare(tested, value, isTime, (a, b) => a < b),
  is_after_time: (tested, value) => compare(tested, value, isTime, (a, b) => a > b),
  is_before_date: (tested, value) => compare(tested, value, isDate, (a, b) => a < b),
  is_after_date: (tested, value) => compare(tested, value, isDate, (a, b) => a > b),
};

/** Items of a comma-separated list; real flows write blanks after the commas. */
function listed(value: string): string[] {
  return value.split(',').map((item) => item.trim());
}

/** The expression must match the entire text, without regard to case. One that does not compile matches nothing. */
function matchesWhole(tested: string, expression: string): boolean {
  return compileExpression(expression)?.test(tested) ?? false;
}

/**
 * An expression of a `regex` condition, or undefined when it cannot be compiled. Not public: the dialect; real flows look like
 * Java's. Here it is JavaScript's, without the flags that Java writes at the front (`(?i)`), which Studio implies anyway.
 */
export function compileExpression(expression: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${expression.replace(/^\(\?[is]+\)/, '')})$`, 'is');
  } catch {
    return undefined;
  }
}

/** Compares two values of one kind; anything else does not match ("no comparison on letters"). */
function compare(
  tested: string,
  value: string,
  isOfKind: (text: string) => boolean,
  holds: (tested: string, value: string) => boolean,
): boolean {
  return isOfKind(tested) && isOfKind(value) && holds(tested, value);
}

/** What `less_than` and `greater_than` compare. */
export function isNumber(text: string): boolean {
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(text);
}

/** A time as the documentation writes it, with two digits for the hour. */
export function isTime(text: string): boolean {
  return /^\d{2}:\d{2}$/.test(text);
}

/** A date as the documentation writes it, the year first. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
