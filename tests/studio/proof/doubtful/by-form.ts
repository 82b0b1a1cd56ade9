import type { FlowDefinition, Transition } from '../../../../studio/model/flow-definition';
import { on, withArrow } from '../../../scripts/deployment/edit-flow';
import { bypass, type DoubtfulParent } from './doubtful-parent';
import { afterWelcome, judging, look, parent, say, set } from '../parent-edits';

function withBranch(value: string, change: (arrow: Transition) => Transition): FlowDefinition {
  return judging((split) => ({
    ...split,
    transitions: split.transitions.map((arrow) => (on('match', value)(arrow) ? change(arrow) : arrow)),
  }));
}

/** The form of the flow leaves open what happens, or hides it. */
export const BY_FORM: Readonly<Record<string, DoubtfulParent>> = {
  'a widget with a slash in its name': {
    definition: afterWelcome(say('a/b', 'You are in.')),
    because: 'no-bypass',
    protectedWidgets: ['a/b', 'success'],
  },
  'a setter with a slash in its name': {
    definition: afterWelcome(set('a/b', { x: '1' }, 'run_verify')),
    because: 'no-bypass',
    protectedWidgets: ['a/b', 'success'],
  },
  'nobody who is ever let in': {
    definition: withArrow(parent, 'verify_status', on('match', 'approved'), 'technical_trouble'),
    because: /no call ever reaches "success"/,
  },

  'a split with another input': {
    definition: judging((split) => ({ ...split, properties: { input: '{{flow.variables.never}}' } })),
    because: /never/,
  },
  'one of two conditions': {
    definition: withBranch('approved', (arrow) => ({
      ...arrow,
      conditions: [
        ...(arrow.conditions ?? []),
        {
          friendly_name: 'If',
          arguments: ['{{widgets.run_verify.status}}'],
          type: 'is_not_blank',
          value: '',
        },
      ],
    })),
    because: /what several conditions on one branch mean/,
  },
  'a condition with two arguments': {
    definition: withBranch('approved', (arrow) => ({
      ...arrow,
      conditions: (arrow.conditions ?? []).map((condition) => ({
        ...condition,
        arguments: [...condition.arguments, 'x'],
      })),
    })),
    because: /has 2 arguments/,
  },
  'any status at all': bypass(
    withBranch('approved', (arrow) => ({
      ...arrow,
      conditions: (arrow.conditions ?? []).map((condition) => ({ ...condition, type: 'is_not_blank' })),
    })),
  ),
  'a loop of twenty rounds': {
    definition: afterWelcome(
      look('{% for i in (1..20) %}x{% endfor %}', 'equal_to', 'x', { match: 'run_verify' }),
    ),
    because: /a loop over 20 items/,
  },
};
