import type { Condition, Transition } from '../model/flow-definition';
import { conditions } from '../widgets/conditions';
import { textOf, type CheckedWidget } from './checked-flow';

/** Where a split may lead while a counter stands at a value; null is an end. More than one: it hangs on something else too. */
export interface Decision {
  readonly value: number;
  readonly to: ReadonlySet<string | null>;
}

/** Numbers that one split may compare a counter with; of a split with more, nothing is told. */
const MAXIMUM_NUMBERS = 50;

/** Conditions whose truth hangs on nothing but which side of their numbers the counter is on. */
const COMPARING = [
  'equal_to',
  'not_equal_to',
  'matches_any_of',
  'does_not_match_any_of',
  'less_than',
  'greater_than',
  'is_blank',
  'is_not_blank',
];

/**
 * Where a split leads at, before and after every number that it compares a variable with, in ascending order; between these
 * values nothing changes. `path` is the variable as a template names it. Undefined for a split with too many numbers.
 */
export function decisionsOf(split: CheckedWidget, path: string): readonly Decision[] | undefined {
  const compared = split.state.transitions
    .flatMap(({ conditions: all = [] }) => all)
    .filter((condition) => compares(split, condition, path));
  const numbers = new Set(compared.flatMap(({ value = '' }) => value.split(',').map(Number)));
  if (numbers.size > MAXIMUM_NUMBERS) return undefined;
  const values = [...numbers]
    .filter(Number.isFinite)
    .flatMap((number) => [
      Math.floor(number) - 1,
      Math.floor(number),
      Math.ceil(number),
      Math.ceil(number) + 1,
    ]);
  return [...new Set([1, ...values])]
    .sort((one, other) => one - other)
    .map((value) => ({ value, to: targetsAt(split, path, value) }));
}

function targetsAt(split: CheckedWidget, path: string, value: number): ReadonlySet<string | null> {
  const targets = new Set<string | null>();
  for (const arrow of split.state.transitions) {
    if (arrow.event !== 'match') continue;
    const isTaken = takes(split, arrow, path, value);
    if (isTaken !== false) targets.add(arrow.next ?? null);
    if (isTaken === true) return targets;
  }
  const otherwise = split.state.transitions.find(({ event }) => event === 'noMatch');
  return targets.add(otherwise?.next ?? null);
}

/** Undefined where it cannot be told, as where of several conditions only some hold: which Twilio wants is not public. */
function takes(split: CheckedWidget, arrow: Transition, path: string, value: number): boolean | undefined {
  const truths = new Set((arrow.conditions ?? []).map((condition) => holds(split, condition, path, value)));
  if (truths.size === 0) return false;
  const [truth] = truths;
  return truths.size === 1 ? truth : undefined;
}

function holds(split: CheckedWidget, condition: Condition, path: string, value: number): boolean | undefined {
  if (!compares(split, condition, path)) return undefined;
  return conditions[condition.type]?.(String(value), (condition.value ?? '').trim().toLowerCase());
}

/** Whether a condition compares just the variable with something that stands in the flow. */
function compares(
  split: CheckedWidget,
  { type, arguments: [own], value = '' }: Condition,
  path: string,
): boolean {
  const tested = /^\{\{-?\s*([\w.-]+)\s*-?\}\}$/.exec((own ?? textOf(split, 'input')).trim())?.[1];
  return tested === path && COMPARING.includes(type) && !value.includes('{');
}
