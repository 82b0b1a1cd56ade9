import { bypass, DIGITS, type DoubtfulParent } from './doubtful-parent';
import { afterWelcome, look, menu, set } from '../parent-edits';

function byKeys(tested: string, type: string, value: string, gather = {}): DoubtfulParent {
  return bypass(afterWelcome(menu('look', gather), look(tested, type, value)));
}

/** Keys and speech decide. */
export const BY_KEYS: Readonly<Record<string, DoubtfulParent>> = {
  'a key above seven': byKeys(DIGITS, 'greater_than', '7', { number_of_digits: 1 }),
  'keys that an expression matches': byKeys(DIGITS, 'regex', '[89]'),
  'a key below three': byKeys(DIGITS, 'less_than', '3'),
  'a key that Liquid looks at': byKeys(
    '{% if widgets.menu.Digits == "9" %}yes{% endif %}',
    'equal_to',
    'yes',
  ),
  'a key that is named in brackets': byKeys('{{widgets["menu"]["Digits"]}}', 'equal_to', '9'),
  'a PIN of eleven digits': byKeys(DIGITS, 'equal_to', '12345678901'),
  'a key that Liquid writes': byKeys(DIGITS, 'equal_to', "{{'9'}}"),
  'a key that is none of two': byKeys(DIGITS, 'does_not_match_any_of', '5,*', { number_of_digits: 1 }),
  'as many keys as a code has': byKeys('{{widgets.menu.Digits.size}}', 'equal_to', '4'),
  'keys that seven divides': byKeys('{{widgets.menu.Digits | modulo: 7}}', 'equal_to', '0'),
  'the key that ends the input, alone': {
    definition: afterWelcome(menu('look'), look(DIGITS, 'is_blank', '')),
    because: /no-bypass may not hold.*is is_blank/,
  },
  'a key that a variable keeps': bypass(
    afterWelcome(
      menu('copy'),
      set('copy', { choice: DIGITS }, 'look'),
      look('{{flow.variables.choice}}', 'equal_to', '9'),
    ),
  ),
  'keys of two conditions': bypass(
    afterWelcome(
      menu('look'),
      look(DIGITS, 'starts_with', '4', { match: 'look_on' }),
      look(DIGITS, 'contains', '7', { name: 'look_on' }),
    ),
  ),
  'whoever speaks': bypass(afterWelcome(menu('run_verify', {}, { speech: 'success' })), true),
  'whoever says a word': bypass(
    afterWelcome(
      menu('run_verify', {}, { speech: 'look' }),
      look('{{widgets.menu.SpeechResult}}', 'contains', 'operator'),
    ),
    true,
  ),
};
