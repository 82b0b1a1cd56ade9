import type { State } from '../../../../studio/model/flow-definition';
import { on, withArrow, withProperties, withStates, withWidget } from '../../../scripts/deployment/edit-flow';
import { type DoubtfulParent } from './doubtful-parent';
import { afterSuccess, afterWelcome, look, menu, parent, say, set } from '../parent-edits';

const counter = (steps: number): State[] =>
  Array.from({ length: steps }, (_step, index) =>
    set(`slow_${String(index)}`, { seen: 'yes' }, index + 1 < steps ? `slow_${String(index + 1)}` : 'count'),
  );

/** A call goes on too long, ends badly, or says too much. */
export const BY_LENGTH: Readonly<Record<string, DoubtfulParent>> = {
  'a round without an end': {
    definition: withArrow(parent, 'too_many_attempts', on('audioComplete'), 'run_verify'),
    because: 'termination',
  },
  'a round after success': {
    definition: afterSuccess(menu('run_verify', { number_of_digits: 1 }, { timeout: 'technical_trouble' })),
    because: 'termination',
  },
  'more than a thousand steps': {
    definition: afterWelcome(
      menu('slow_0', { number_of_digits: 1 }, { timeout: 'count' }),
      ...counter(9),
      set('count', { n: '{{flow.variables.n | plus: 1}}' }, 'look'),
      look('{{flow.variables.n}}', 'greater_than', '110', { match: 'run_verify', noMatch: 'menu' }),
    ),
    because: 'termination',
  },
  'a count of its rounds that nothing limits': {
    definition: withStates(
      withArrow(parent, 'nothing_entered', on('audioComplete'), 'count'),
      set('count', { rounds: '{{flow.variables.rounds | plus: 1}}' }, 'again'),
      say('again', 'Round {{flow.variables.rounds}}.', 'run_verify'),
    ),
    because: 'termination',
  },
  'a widget that leads to itself': {
    definition: withArrow(parent, 'verify_status', on('noMatch'), 'verify_status'),
    because: 'no-dead-end',
  },
  'the number in its greeting': {
    definition: withProperties(parent, 'welcome', {
      say: 'You call from {{trigger.call.From | slice: 0, 6}} and {{trigger.call.From | slice: 6, 6}}.',
    }),
    because: 'no-leak',
  },
  'the number in the name of a sound': {
    definition: withWidget(parent, 'welcome', (welcome) => ({
      ...welcome,
      properties: { play: 'https://example.com/{{trigger.call.From}}.mp3', loop: 1 },
    })),
    because: 'no-leak',
  },
};
