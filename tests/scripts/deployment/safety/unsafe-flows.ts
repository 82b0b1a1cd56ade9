import type { FlowDefinition, State } from '../../../../studio/model/flow-definition';
import { state } from '../../../support/flows';
import { shippedFlow } from '../../../studio/wiring/shipped-flows';
import { on, withArrow, withProperties, withStates, withWidget } from '../edit-flow';

/** The shipped parent, which is safe. */
export const parent = shippedFlow('parent-ivr');
/** The shipped subflow, which is safe. */
export const subflow = shippedFlow('verify-subflow');

/** The parent's own run of the subflow, under another name. */
export function secondRun(arrows: Readonly<Record<string, string>>): State {
  const run = parent.states.find(({ name }) => name === 'run_verify');
  return state('second_run', 'run-subflow', run?.properties ?? {}, arrows);
}

const testing = (split: State, change: object): State => ({
  ...split,
  transitions: split.transitions.map((arrow) => ({
    ...arrow,
    ...(arrow.conditions && { conditions: arrow.conditions.map((each) => ({ ...each, ...change })) }),
  })),
});

/** Parents that let somebody in, or that may; with the path or the place that the gate names. */
export const UNSAFE_PARENTS: Readonly<Record<string, readonly [FlowDefinition, string]>> = {
  'skips the subflow': [
    withArrow(parent, 'welcome', on('audioComplete'), 'success'),
    'by Trigger → welcome → success:',
  ],
  'skips it for text messages': [
    withArrow(parent, 'Trigger', on('incomingMessage'), 'success'),
    'by Trigger → success:',
  ],
  'trusts a subflow that failed': [
    withArrow(parent, 'run_verify', on('failed'), 'success'),
    'by Trigger → welcome → run_verify → success:',
  ],
  'looks at the result of a subflow that failed': [
    withArrow(parent, 'run_verify', on('failed'), 'verify_status'),
    'run_verify → verify_status → success:',
  ],
  'trusts a status that nobody knows': [
    withArrow(parent, 'verify_status', on('noMatch'), 'success'),
    'verify_status → success:',
  ],
  'trusts another status': [
    withArrow(parent, 'verify_status', on('match', 'expired'), 'success'),
    'verify_status → success:',
  ],
  'reaches success behind another outcome': [
    withArrow(parent, 'code_expired', on('audioComplete'), 'success'),
    'code_expired → success:',
  ],
  'does not look at the result': [
    withArrow(parent, 'run_verify', on('completed'), 'success'),
    'run_verify → success:',
  ],
  'shows one text and tests another': [
    withProperties(parent, 'verify_status', { input: '{{flow.variables.status}}' }),
    'verify_status → success:',
  ],
  'tests a variable of its own': [
    withWidget(parent, 'verify_status', (split) =>
      testing(split, { arguments: ['{{flow.variables.status}}'] }),
    ),
    'verify_status → success:',
  ],
  'takes whatever begins like approved': [
    withWidget(parent, 'verify_status', (split) => testing(split, { type: 'starts_with' })),
    'verify_status → success:',
  ],
  'adds a second condition': [
    withWidget(parent, 'verify_status', (split) => ({
      ...split,
      transitions: split.transitions.map((arrow) =>
        arrow.conditions ? { ...arrow, conditions: [...arrow.conditions, ...arrow.conditions] } : arrow,
      ),
    })),
    'verify_status → success:',
  ],
  'tests the first of two runs': [
    withStates(
      withArrow(parent, 'run_verify', on('completed'), 'second_run'),
      secondRun({ completed: 'verify_status', failed: 'technical_trouble' }),
    ),
    'run_verify → second_run → verify_status → success:',
  ],
  'uses the result of an earlier run again': [
    withStates(
      withArrow(parent, 'verify_status', on('match', 'approved'), 'second_run'),
      secondRun({ completed: 'success', failed: 'success' }),
    ),
    'second_run → success:',
  ],
  'runs another flow': [
    withProperties(parent, 'run_verify', { flow_sid: `FW${'0'.repeat(32)}` }),
    'leave "run_verify" by "completed"',
  ],
  'takes the number from the keypad': [
    withProperties(parent, 'run_verify', { parameters: [{ key: 'to', value: '{{widgets.ask.Digits}}' }] }),
    'pass the parameter "to" once, as {{trigger.call.From}}',
  ],
  'passes two numbers': [
    withProperties(parent, 'run_verify', {
      parameters: [
        { key: 'to', value: '{{trigger.call.From}}' },
        { key: 'to', value: '{{widgets.ask.Digits}}' },
      ],
    }),
    'pass the parameter "to" once',
  ],
  'passes no number': [
    withProperties(parent, 'run_verify', { parameters: [] }),
    'pass the parameter "to" once',
  ],
  'runs whatever revision is newest': [
    withProperties(parent, 'run_verify', { flow_revision: 'LatestPublished' }),
    'write ${FLOW_REVISION:verify-subflow}',
  ],
  'has no widget to protect': [
    { ...parent, states: parent.states.filter(({ name }) => name !== 'success') },
    'No widget is named "success"',
  ],
};

/** Subflows that answer `approved`, or may, without their check having said so on the right number. */
export const UNSAFE_SUBFLOWS: Readonly<Record<string, readonly [FlowDefinition, string]>> = {
  'approves when the check fails': [
    withArrow(subflow, 'check_verify', on('fail'), 'result_approved'),
    'check_verify → result_approved:',
  ],
  'approves a wrong code': [
    withArrow(subflow, 'check_status', on('match', 'pending'), 'say_approved'),
    'say_approved → result_approved:',
  ],
  'approves who says nothing': [
    withProperties(subflow, 'result_no_input', { variables: [{ key: 'status', value: ' Approved ' }] }),
    'Callers reach "result_no_input" unverified',
  ],
  'says verified while the status is another': [
    withProperties(subflow, 'result_error', { variables: [{ key: 'verified', value: 'true' }] }),
    'Callers reach "result_error" unverified',
  ],
  'returns what its parent passed': [
    withProperties(subflow, 'result_error', {
      variables: [{ key: 'status', value: '{{trigger.parent.parameters.status}}' }],
    }),
    'Callers reach "result_error" unverified',
  ],
  'checks another number': [
    withProperties(subflow, 'check_verify', { parameters: [{ key: 'to', value: '+14155550100' }] }),
    'pass the parameter "to" once, as {{trigger.parent.parameters.to}}',
  ],
  'texts another number': [
    withProperties(subflow, 'start_verify', { parameters: [{ key: 'to', value: '{{trigger.call.To}}' }] }),
    'pass the parameter "to" once, as {{trigger.parent.parameters.to}}',
  ],
  'asks a function of somebody else': [
    withProperties(subflow, 'check_verify', { url: 'https://example.com/check-verify' }),
    'Callers reach "result_approved" unverified',
  ],
};
