import type { Transition } from '../model/flow-definition';

/** How a predicate reads in front of its value; `equal_to` is the value alone. */
const SIGNS: Readonly<Record<string, string>> = {
  equal_to: '',
  matches_any_of: '',
  not_equal_to: 'not ',
  does_not_match_any_of: 'not ',
  less_than: '< ',
  greater_than: '> ',
  contains: 'has ',
  does_not_contain: 'has no ',
  starts_with: 'starts ',
  does_not_start_with: 'starts not ',
  is_before_time: 'before ',
  is_before_date: 'before ',
  is_after_time: 'after ',
  is_after_date: 'after ',
};

/** A trigger's doors, as its card in the console names them. */
const DOORS: ReadonlyMap<string, string> = new Map([
  ['incomingMessage', 'message'],
  ['incomingCall', 'call'],
  ['incomingConversationMessage', 'conversation'],
  ['incomingRequest', 'request'],
  ['incomingParent', 'parent'],
]);

/** What stands at an arrow's port: what has to hold for a `match`, a trigger's door in short, else the event. */
export function portLabel({ event, conditions }: Transition): string {
  const [condition, ...more] = conditions ?? [];
  if (condition === undefined) return DOORS.get(event) ?? event;
  const label = predicate(condition.type, condition.value ?? '');
  return more.length === 0 ? label : `${label} & ${String(more.length)} more`;
}

function predicate(type: string, value: string): string {
  if (type === 'is_blank') return 'blank';
  if (type === 'is_not_blank') return 'not blank';
  if (type === 'regex') return `/${value}/`;
  const sign = Object.hasOwn(SIGNS, type) ? SIGNS[type] : undefined;
  return sign === undefined ? `${type} ${value}` : sign + (value === '' ? '""' : value);
}
