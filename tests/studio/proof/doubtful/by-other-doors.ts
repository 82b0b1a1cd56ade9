import type { FlowDefinition, State } from '../../../../studio/model/flow-definition';
import { on, withArrow, withStates, withWidget } from '../../../scripts/deployment/edit-flow';
import { state } from '../../../support/flows';
import type { DoubtfulParent } from './doubtful-parent';
import { look, parent, say, set } from '../parent-edits';

const reply = state('reply', 'send-message', { from: '+14155550199', body: 'Please call us.' }, {});

/** A parent that messages reach as well, and whose success may be without a call. */
function messaged(...states: readonly [State, ...State[]]): FlowDefinition {
  const quiet = withWidget(parent, 'success', () => set('success', { signed_in: 'yes' }, 'signed_in'));
  const withDoor = withArrow(quiet, 'Trigger', on('incomingMessage'), states[0].name);
  return withStates(withDoor, say('signed_in', 'You are signed in.'), ...states, reply);
}

const whenBlank = (tested: string): State =>
  look(tested, 'is_blank', 'Is Blank', { match: 'reply', noMatch: 'success' });

/** What comes in by another door than a call's. */
export const BY_OTHER_DOORS: Readonly<Record<string, DoubtfulParent>> = {
  'what a template that fails leaves of a message': {
    definition: messaged(whenBlank('{{ 1 | divided_by: 0 }}')),
    because: 'no-broken-widget',
    hasNoScript: true,
  },
  'what bad JSON leaves of a message': {
    definition: messaged(
      set('keep', { n: '{"a":' }, 'look', 'json_object'),
      whenBlank('{{flow.variables.n}}'),
    ),
    because: 'no-broken-widget',
    hasNoScript: true,
  },
};
