import { on, withArrow, withStates } from '../../../scripts/deployment/edit-flow';
import { bypass, FROM, type DoubtfulParent } from './doubtful-parent';
import { afterWelcome, ask, look, parent } from '../parent-edits';

function byCall(tested: string, type: string, value: string, hasNoScript?: true): DoubtfulParent {
  return bypass(afterWelcome(look(tested, type, value)), hasNoScript);
}

/** What is told of the call decides, or whether it is one. */
export const BY_CALL_DATA: Readonly<Record<string, DoubtfulParent>> = {
  'a number that calls': byCall(FROM, 'equal_to', '+14155551234'),
  'a country': byCall('{{trigger.call.FromCountry}}', 'equal_to', 'DE', true),
  'a prefix of the contact': byCall('{{contact.channel.address}}', 'starts_with', '+49'),
  'an hour': byCall('{{"now" | date: "%H"}}', 'equal_to', '09', true),
  'a signature of the network': byCall('{{trigger.call.StirVerstat}}', 'contains', 'Passed-A', true),
  'a number that is called': byCall('{{trigger.call.To}}', 'equal_to', '+14155550111', true),
  'a caller of a SIP domain': byCall(FROM, 'regex', '.*sip:.*', true),
  'any caller that is told': byCall('{{trigger.call.Caller}}', 'is_not_blank', ''),
  'a status of the call': byCall('{{trigger.call.CallStatus}}', 'not_equal_to', 'ringing', true),
  'a status that a widget was told': byCall(
    '{{widgets.welcome.CallStatus}}',
    'equal_to',
    'in-progress',
    true,
  ),
  'a message instead of a call': {
    definition: withStates(
      withArrow(
        withArrow(parent, 'Trigger', on('incomingMessage'), 'grant'),
        'success',
        on('audioComplete'),
        'grant',
      ),
      ask('', '', 'grant'),
    ),
    because: 'no-bypass',
    protectedWidgets: ['success', 'grant'],
    hasNoScript: true,
  },
};
