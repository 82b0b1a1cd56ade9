import { type DoubtfulParent } from './doubtful-parent';
import { verifying } from '../parent-edits';

/** Another number than the caller’s is verified. */
export const BY_NUMBERS: Readonly<Record<string, DoubtfulParent>> = {
  'the last digits of the number, with a country': {
    definition: verifying('+1{{trigger.call.From | slice: -10, 10}}'),
    because: 'own-number',
  },
  'a number cut off': {
    definition: verifying('{{trigger.call.From | slice: 0, 12}}'),
    because: 'own-number',
  },
  'another country': {
    definition: verifying("{{trigger.call.From | replace: '+49', '+1'}}"),
    because: 'own-number',
  },
  'a fixed number for SIP callers': {
    definition: verifying(
      "{% if trigger.call.From contains 'sip:' %}+14155559999{% else %}{{trigger.call.From}}{% endif %}",
    ),
    because: 'own-number',
    hasNoScript: true,
  },
  'a fixed number for a country': {
    definition: verifying(
      "{% if trigger.call.FromCountry == 'DE' %}+4915112345678{% else %}{{trigger.call.From}}{% endif %}",
    ),
    because: 'own-number',
    hasNoScript: true,
  },
  'a number from a header': {
    definition: verifying('{{trigger.call.SipHeader_X-Number | default: trigger.call.From}}'),
    because: 'own-number',
    hasNoScript: true,
  },
  'a number that is encoded': {
    definition: verifying('{{trigger.call.From | url_encode}}'),
    because: /own-number may not hold.*worked out/,
  },
};
