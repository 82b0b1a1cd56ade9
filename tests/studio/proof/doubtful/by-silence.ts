import { on, withArrow, withStates } from '../../../scripts/deployment/edit-flow';
import { afterWelcome, menu, parent, say } from '../parent-edits';
import type { DoubtfulParent } from './doubtful-parent';

/** Asks for a key before the verification, and says a farewell of its own to whoever presses none. */
function farewell(text: string): DoubtfulParent {
  return {
    definition: afterWelcome(menu('run_verify', {}, { timeout: 'farewell' }), say('farewell', text)),
    because: 'no-dead-end',
  };
}

/** A text that may be blank ends the call without a word. */
export const BY_SILENCE: Readonly<Record<string, DoubtfulParent>> = {
  'a name that few callers have': farewell('{{trigger.call.CallerName}}'),
  'a word for one country': farewell('{% if trigger.call.FromCountry == "US" %}Goodbye.{% endif %}'),
  'a pause': farewell('<break time="1s"/>'),
  'nothing but the name of the caller': {
    definition: withStates(
      withArrow(parent, 'nothing_entered', on('audioComplete'), 'menu'),
      menu('farewell', {}, { timeout: 'farewell' }),
      say('farewell', '{{trigger.call.CallerName}}'),
    ),
    because: 'no-dead-end',
  },
};
