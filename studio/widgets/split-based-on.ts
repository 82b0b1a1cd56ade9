import type { Condition, Transition } from '../model/flow-definition';
import type { Visit, Widget } from '../model/widget';
import { only } from '../model/widget-analysis';
import { conditions } from './conditions';
import { template } from './properties';

/**
 * Branches on a value (https://www.twilio.com/docs/studio/widget-library/split-based-on). Not public: the order in which
 * branches are tried; here the order of the transitions, first match wins. Several conditions on one branch and
 * the text that is tested are choices of `studio/model/undocumented.ts`.
 */
export const splitBasedOn: Widget = {
  type: 'split-based-on',
  properties: { input: { ...template, required: true } },
  events: ['noMatch', 'match'],
  needsCall: false,
  analysis: { outputs: only(), noticed: () => ({}), trouble: { noMatch: 'no branch matches' } },
  enter: (visit) => {
    const transition = visit.state.transitions.find((candidate) => matches(visit, candidate));
    if (transition !== undefined) return { kind: 'leave', event: 'match', transition };
    if (!visit.isWired('noMatch')) visit.warn(81005, 'No branch matches and "noMatch" leads nowhere');
    return { kind: 'leave', event: 'noMatch' };
  },
};

function matches(visit: Visit, transition: Transition): boolean {
  if (transition.event !== 'match') return false;
  const all = transition.conditions ?? [];
  if (all.length === 0) return false;
  return visit.choices.conditionsOfBranch === 'all'
    ? all.every((condition) => holds(visit, condition))
    : all.some((condition) => holds(visit, condition));
}

function holds(visit: Visit, condition: Condition): boolean {
  const test = Object.hasOwn(conditions, condition.type) ? conditions[condition.type] : undefined;
  if (test === undefined) return false;
  const { type } = condition;
  const tested = testedText(visit, condition);
  const value = visit.render(condition.value ?? '');
  return visit.decide({
    kind: 'condition',
    type,
    tested,
    value,
    holds: test(comparable(tested), comparable(value, type)),
  });
}

function testedText(visit: Visit, condition: Condition): string {
  const own = condition.arguments[0];
  return visit.choices.splitTests === 'arguments' && own !== undefined
    ? visit.render(own)
    : visit.text('input');
}

/** Lower case would change the meaning of an expression (`\D`, `\d`): `regex` compares without case by itself. */
function comparable(text: string, type?: string): string {
  const trimmed = text.trim();
  return type === 'regex' ? trimmed : trimmed.toLowerCase();
}
