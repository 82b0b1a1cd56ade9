import type { FlowDefinition, State } from '../../../../studio/model/flow-definition';
import { on, withArrow, withProperties, withStates, withWidget } from '../../../scripts/deployment/edit-flow';
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

/** Calls somebody when the REST API begins it, and verifies the number that the API was given. */
function calling(to: string): FlowDefinition {
  const call = state('call', 'make-outgoing-call-v2', { from: '+14155550199', to }, { answered: 'welcome' });
  const verified = withProperties(parent, 'run_verify', {
    parameters: [{ key: 'to', value: '{{contact.channel.address}}', type: 'string' }],
  });
  return withStates(withArrow(verified, 'Trigger', on('incomingRequest'), 'call'), call);
}

/** What comes in by another door than a call's. */
export const BY_OTHER_DOORS: Readonly<Record<string, DoubtfulParent>> = {
  'somebody else on the line than who is verified': {
    definition: calling('+14155550123'),
    because: 'own-number',
    hasNoScript: true,
  },
  'a line that whoever begins it chooses': {
    definition: calling('{{trigger.request.parameters.phone}}'),
    because: 'own-number',
    hasNoScript: true,
  },
  'another flow that runs it': {
    definition: withArrow(parent, 'Trigger', on('incomingParent'), 'success'),
    because: /another flow may run it, as "incomingParent" leads to "success"/,
  },
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
