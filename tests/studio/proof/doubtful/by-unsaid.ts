import type { State, Transition } from '../../../../studio/model/flow-definition';
import { withWidget } from '../../../scripts/deployment/edit-flow';
import type { DoubtfulParent } from './doubtful-parent';
import { judging, parent } from '../parent-edits';

const STATUS = '{{widgets.run_verify.status}}';

function branch(type: string, value: string, next: string): Transition {
  return {
    event: 'match',
    next,
    conditions: [{ friendly_name: 'If', arguments: [STATUS], type, value }],
  };
}

/** The parent whose verdict has one more branch, to success. */
function admitting(type: string, value: string): DoubtfulParent {
  return {
    definition: judging((split) => ({
      ...split,
      transitions: [...split.transitions, branch(type, value, 'success')],
    })),
    because: /no-bypass may not hold.*it hangs on whether/s,
  };
}

function withEventTwice(state: State): State {
  return { ...state, transitions: [...state.transitions, { event: 'audioComplete', next: 'success' }] };
}

/** Twilio does not say what Studio does with it, and one of the ways lets somebody in. */
export const BY_UNSAID: Readonly<Record<string, DoubtfulParent>> = {
  'a group with flags of its own': admitting('regex', '(?i:error)|pending'),
  'a quantifier that gives nothing back': admitting('regex', '[a-z]++'),
  'a class by its name': admitting('regex', '\\p{Lower}+'),
  'two classes that are cut': admitting('regex', '[a-z&&[^q]]+'),
  'an expression that quotes': admitting('regex', '\\Qerror\\E'),
  'an empty text that something must not contain': admitting('does_not_contain', ''),
  'a word that is less than a number': admitting('less_than', '9'),
  'an event with two arrows': {
    definition: withWidget(parent, 'technical_trouble', withEventTwice),
    because: /"technical_trouble" has two arrows for "audioComplete"/,
  },
};
