import type { FlowDefinition } from '../../../studio/model/flow-definition';
import { on, withArrow, withProperties, withStates } from '../../scripts/deployment/edit-flow';
import { state } from '../../support/flows';
import { shippedFlow } from '../wiring/shipped-flows';

/** A parent that lets somebody in who should stay out, and the property that must refuse it. */
export interface UnsafeParent {
  readonly definition: FlowDefinition;
  readonly property: 'no-bypass' | 'own-number';
}

const parent = shippedFlow('parent-ivr');
const approved = { friendly_name: 'If approved', type: 'equal_to', value: 'approved' };

function split(name: string, tested: string, match: string, noMatch: string, value = 'approved') {
  const { transitions, ...rest } = state(name, 'split-based-on', { input: tested }, { noMatch });
  const condition = { ...approved, value, arguments: [tested] };
  return { ...rest, transitions: [...transitions, { event: 'match', next: match, conditions: [condition] }] };
}

function runVerify(name: string, to: string, next: string) {
  const run = parent.states.find((candidate) => candidate.name === 'run_verify');
  const properties = { ...run?.properties, parameters: [{ key: 'to', value: to, type: 'string' }] };
  return state(name, 'run-subflow', properties, { completed: next, failed: 'technical_trouble' });
}

const askDigits = (next: string) =>
  state(
    'menu',
    'gather-input-on-call',
    { say: 'Please press a key.', finish_on_key: '#' },
    { keypress: next, timeout: 'technical_trouble' },
  );

/** Mistakes that people make around a subflow like ours. */
export const UNSAFE_PARENTS: Readonly<Record<string, UnsafeParent>> = {
  'verification skipped on one branch': {
    property: 'no-bypass',
    definition: withStates(
      withArrow(parent, 'welcome', on('audioComplete'), 'menu'),
      askDigits('is_nine'),
      split('is_nine', '{{widgets.menu.Digits}}', 'success', 'run_verify', '9'),
    ),
  },
  '"verified" preset by the parent': {
    property: 'no-bypass',
    definition: withStates(
      withArrow(
        withArrow(parent, 'welcome', on('audioComplete'), 'preset'),
        'run_verify',
        on('completed'),
        'is_verified',
      ),
      state(
        'preset',
        'set-variables',
        { variables: [{ key: 'verified', value: 'true', type: 'string' }] },
        { next: 'run_verify' },
      ),
      split('is_verified', '{{flow.variables.verified}}', 'success', 'technical_trouble', 'true'),
    ),
  },
  'a stale result of an earlier run': {
    property: 'no-bypass',
    definition: withStates(
      withArrow(parent, 'run_verify', on('completed'), 'remember'),
      state(
        'remember',
        'set-variables',
        {
          variables: [
            { key: 'seen', value: '{{flow.variables.seen}}{{widgets.run_verify.status}}', type: 'string' },
          ],
        },
        { next: 'is_second' },
      ),
      split('is_second', '{{flow.variables.again}}', 'look', 'count', 'yes'),
      state(
        'count',
        'set-variables',
        { variables: [{ key: 'again', value: 'yes', type: 'string' }] },
        { next: 'run_verify' },
      ),
      {
        ...state(
          'look',
          'split-based-on',
          { input: '{{flow.variables.seen}}' },
          { noMatch: 'technical_trouble' },
        ),
        transitions: [
          { event: 'noMatch', next: 'technical_trouble' },
          {
            event: 'match',
            next: 'success',
            conditions: [{ ...approved, type: 'starts_with', arguments: ['{{flow.variables.seen}}'] }],
          },
        ],
      },
    ),
  },
  '"to" taken from keyed-in digits': {
    property: 'own-number',
    definition: withStates(
      withProperties(withArrow(parent, 'welcome', on('audioComplete'), 'menu'), 'run_verify', {
        parameters: [{ key: 'to', value: '+1415555010{{widgets.menu.Digits}}', type: 'string' }],
      }),
      askDigits('run_verify'),
    ),
  },
  'success on noMatch': {
    property: 'no-bypass',
    definition: withArrow(parent, 'verify_status', on('noMatch'), 'success'),
  },
  'success on the subflow’s failed event': {
    property: 'no-bypass',
    definition: withArrow(parent, 'run_verify', on('failed'), 'success'),
  },
  'the result of the first of two runs': {
    property: 'no-bypass',
    definition: withStates(
      withArrow(parent, 'run_verify', on('completed'), 'second_run'),
      runVerify('second_run', '{{trigger.call.From}}', 'verify_status'),
    ),
  },
};
