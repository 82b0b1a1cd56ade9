import { isJsonObject, type Json } from '../model/json';
import type { Widget } from '../model/widget';
import { compileExpression, conditions } from '../widgets/conditions';
import { checkKeys } from './check-keys';
import type { Report } from './report';

/** What a transition consists of. */
const KEYS = ['event', 'next', 'conditions'];

/** What a condition consists of. */
const CONDITION_KEYS = ['friendly_name', 'arguments', 'type', 'value'];

/** Checks a widget's arrows: events that it has, and conditions where they belong. */
export function parseTransitions(
  transitions: readonly Json[],
  widget: Widget,
  statePlace: string,
  report: Report,
): void {
  transitions.forEach((transition, index) => {
    const place = `${statePlace}/transitions/${index}`;
    if (!report.type(place, transition, 'object') || !isJsonObject(transition)) return;
    const { event, next, conditions: tests } = transition;
    checkKeys(transition, KEYS, 'a transition', place, report);
    if (report.type(`${place}/event`, event, 'string') && typeof event === 'string') {
      checkEvent(`${place}/event`, event, widget, report);
    }
    if (next !== undefined && next !== null) report.type(`${place}/next`, next, 'string');
    if (tests === undefined) return;
    if (report.type(`${place}/conditions`, tests, 'array') && Array.isArray(tests)) {
      checkConditions(`${place}/conditions`, tests, event, report);
    }
  });
}

function checkConditions(
  place: string,
  tests: readonly Json[],
  event: Json | undefined,
  report: Report,
): void {
  if (tests.length === 0 && event === 'match') {
    report.error('property-types', place, 'needs a condition, has none: add one, or remove the branch');
  }
  if (tests.length > 0 && event !== 'match') {
    const message =
      'only the "match" of a split-based-on has conditions, these are never tested: remove them';
    report.warning('known-properties', place, message);
  }
  tests.forEach((test, position) => checkCondition(`${place}/${position}`, test, report));
}

function checkEvent(place: string, event: string, widget: Widget, report: Report): void {
  if (widget.isUnpublished || widget.events.includes(event)) return;
  report.error(
    'known-events',
    place,
    `must be a constant value ${widget.events.join(' or ')}, is "${event}"`,
  );
}

function checkCondition(place: string, test: Json, report: Report): void {
  if (!report.type(place, test, 'object') || !isJsonObject(test)) return;
  const { type, value, arguments: tested } = test;
  checkKeys(test, CONDITION_KEYS, 'a condition', place, report);
  report.type(`${place}/friendly_name`, test['friendly_name'], 'string');
  checkArguments(`${place}/arguments`, tested, report);
  if (!report.type(`${place}/type`, type, 'string') || typeof type !== 'string') return;
  if (!Object.hasOwn(conditions, type)) {
    const known = Object.keys(conditions).join(', ');
    report.error('known-conditions', `${place}/type`, `does not have a value in the enumeration [${known}]`);
  }
  if (type === 'regex') checkExpression(`${place}/value`, value, report);
  const isBlankTest = type === 'is_blank' || type === 'is_not_blank';
  if (value !== undefined || !isBlankTest) report.type(`${place}/value`, value, 'string');
}

function checkArguments(place: string, tested: Json | undefined, report: Report): void {
  if (!report.type(place, tested, 'array') || !Array.isArray(tested)) return;
  if (tested.length === 0)
    report.error(
      'property-types',
      place,
      'needs one argument, has none: write what is tested, as in the input of the split',
    );
  tested.forEach((item: Json, index) => report.type(`${place}/${index}`, item, 'string'));
}

/** Studio may know a dialect that we do not: a warning, since the flow may be right there. */
function checkExpression(place: string, value: Json | undefined, report: Report): void {
  if (typeof value !== 'string' || value.includes('{{') || compileExpression(value) !== undefined) return;
  report.warning(
    'known-conditions',
    place,
    `the expression ${value} cannot be compiled here and matches nothing`,
  );
}
