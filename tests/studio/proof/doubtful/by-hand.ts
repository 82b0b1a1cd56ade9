import type { FlowDefinition, State } from '../../../../studio/model/flow-definition';
import { withProperties } from '../../../scripts/deployment/edit-flow';
import { state } from '../../../support/flows';
import { bypass, DIGITS, FROM, type DoubtfulParent } from './doubtful-parent';
import { afterWelcome, look, menu, ours, parent } from '../parent-edits';

/** The verification by hand, in the parent itself, with what follows once a code has been keyed in. */
function byHand(gather: State, ...states: readonly State[]): FlowDefinition {
  return afterWelcome(
    ours('start', '/start-verify', { to: FROM, channel: 'sms' }, 'menu'),
    gather,
    ...states,
  );
}

const check = (code: string): State => ours('check', '/check-verify', { to: FROM, code }, 'check_status');
const whenApproved = (next: string): State =>
  look('{{widgets.check.parsed.status}}', 'equal_to', 'approved', {
    name: 'check_status',
    match: next,
    noMatch: 'technical_trouble',
  });

/** Asks for a second code, and lets in whoever was approved before it was sent. */
const startAgain = ours('again', '/start-verify', { to: FROM, channel: 'sms' }, 'success', 'success');

/** Our functions are called by the parent itself. */
export const BY_HAND: Readonly<Record<string, DoubtfulParent>> = {
  'an approval before the second code': bypass(
    byHand(menu('check', { number_of_digits: 6 }), check(DIGITS), whenApproved('again'), startAgain),
  ),
  'a code in two halves': bypass(
    byHand(
      menu('half', { number_of_digits: 3 }),
      { ...menu('check', { number_of_digits: 3 }), name: 'half' },
      check('{{widgets.menu.Digits}}{{widgets.half.Digits}}'),
      whenApproved('again'),
      startAgain,
    ),
  ),
  'a code without a key that ends it': bypass(
    byHand(
      menu('check', { number_of_digits: 6, finish_on_key: '1' }),
      check(DIGITS),
      whenApproved('again'),
      startAgain,
    ),
  ),
  'a check before any code was sent': bypass(
    afterWelcome(menu('check'), check(DIGITS), whenApproved('again'), startAgain),
  ),
  'a code that was sent before': bypass(
    byHand(
      menu('check'),
      check(DIGITS),
      look('{{widgets.check.parsed.attempts}}', 'greater_than', '0', {
        name: 'check_status',
        noMatch: 'technical_trouble',
      }),
    ),
  ),
  'a function that says anything': bypass(
    afterWelcome(
      ours('start', '/start-verify', { to: FROM }, 'look'),
      look('{{widgets.start.parsed.message}}', 'is_not_blank', '', { noMatch: 'technical_trouble' }),
    ),
  ),
  'a function that says to wait': bypass(
    afterWelcome(
      ours('start', '/start-verify', { to: FROM }, 'look'),
      look('{{widgets.start.parsed.retryAfterSeconds}}', 'greater_than', '0', {
        noMatch: 'technical_trouble',
      }),
    ),
  ),
  'a status of somebody else’s function': bypass(
    afterWelcome(
      state(
        'own',
        'run-function',
        { url: 'https://my-1234.twil.io/vip/start-verify' },
        { success: 'look', fail: 'run_verify' },
      ),
      look('{{widgets.own.parsed.status}}', 'equal_to', 'vip'),
    ),
  ),
  'a function that may be ours': {
    definition: afterWelcome(
      state(
        'own',
        'run-function',
        {
          url: 'https://my-1234.twil.io/start-verify?to=%2B14155559999',
          parameters: [{ key: 'to', value: FROM }],
        },
        { success: 'run_verify', fail: 'run_verify' },
      ),
    ),
    because: /nobody knows whose function "own" calls/,
  },
  'two numbers for one function': {
    definition: withProperties(parent, 'run_verify', {
      parameters: [
        { key: 'to', value: FROM, type: 'string' },
        { key: 'to', value: '+14155559999', type: 'string' },
      ],
    }),
    because: 'own-number',
  },
};
