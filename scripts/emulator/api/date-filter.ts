import type { Parameters } from './parameters';

/**
 * Whether a moment fits the filters of one name: `DateSent`, and `DateSent<` and `DateSent>`, which take their bound in.
 * A day (`2026-01-31`, in GMT) is all of it, a moment (`2026-01-31T12:00:00Z`) its second
 * (https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources). Null fits no filter.
 * Not public: what a date that is none filters. Here nothing fits it.
 */
export function fitsDates(query: Parameters, name: string, moment: number | null): boolean {
  const fits = (key: string, test: (span: Span, at: number) => boolean): boolean => {
    const wanted = query.optional(key);
    if (wanted === undefined || wanted === '') return true;
    return moment !== null && test(spanOf(wanted), moment);
  };
  return (
    fits(name, ({ start, end }, at) => at >= start && at < end) &&
    fits(`${name}<`, ({ end }, at) => at < end) &&
    fits(`${name}>`, ({ start }, at) => at >= start)
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

function spanOf(text: string): Span {
  const start = Date.parse(text);
  return { start, end: start + (/^\d{4}-\d{2}-\d{2}$/.test(text) ? DAY : SECOND) };
}
