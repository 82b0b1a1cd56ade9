import { on, withArrow, withProperties, withStates } from '../../../scripts/deployment/edit-flow';
import { bypass, type DoubtfulParent } from './doubtful-parent';
import { afterWelcome, isApproved, look, parent, runAgain } from '../parent-edits';

/** What another subflow says, or that none can be run, decides. */
export const BY_SUBFLOWS: Readonly<Record<string, DoubtfulParent>> = {
  'another subflow that says so': bypass(
    afterWelcome(
      runAgain('other', 'look', 'technical_trouble', `FW${'a'.repeat(32)}`),
      look('{{widgets.other.vip}}', 'equal_to', 'yes'),
    ),
    true,
  ),
  'another subflow that cannot be run': bypass(
    withStates(
      withArrow(parent, 'verify_status', on('noMatch'), 'other'),
      runAgain('other', 'technical_trouble', 'success', `FW${'b'.repeat(32)}`),
    ),
    true,
  ),
  'a second run that cannot be': bypass(
    withStates(
      withArrow(parent, 'nothing_entered', on('audioComplete'), 'second'),
      runAgain('second', 'second_status', 'success'),
      isApproved('second'),
    ),
    true,
  ),
  'a second round that cannot be': bypass(
    withStates(
      withArrow(
        withArrow(parent, 'nothing_entered', on('audioComplete'), 'run_verify'),
        'run_verify',
        on('failed'),
        'look',
      ),
      look('{{widgets.run_verify.status}}', 'is_not_blank', '', { noMatch: 'technical_trouble' }),
    ),
    true,
  ),
  'a subflow by its SID alone': {
    definition: withProperties(parent, 'run_verify', { flow_sid: `FW${'c'.repeat(32)}`, flow_revision: '3' }),
    because: 'no-bypass',
    hasNoScript: true,
  },
  'whatever revision there is': {
    definition: withProperties(parent, 'run_verify', { flow_revision: 'LatestDraft' }),
    because: /runs whatever subflow has the revision "LatestDraft"/,
  },
  'a counter that the subflow leaves': bypass(
    withStates(
      withArrow(parent, 'verify_status', on('noMatch'), 'look'),
      look('{{widgets.run_verify.new_code_requests}}', 'equal_to', '1', { noMatch: 'technical_trouble' }),
    ),
  ),
};
