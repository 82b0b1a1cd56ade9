import type { FlowDefinition, State } from '../../../studio/model/flow-definition';
import type { JsonObject } from '../../../studio/model/json';
import { on, withArrow, withProperties, withStates, withWidget } from '../../scripts/deployment/edit-flow';
import { state } from '../../support/flows';
import { shippedFlow } from '../wiring/shipped-flows';

/** Small edits of the shipped parent, from which the parents of these tests are put together. */
export const parent = shippedFlow('parent-ivr');

/** The parent with widgets between its welcome and the first of them; each leads on by itself. */
export function afterWelcome(...states: readonly State[]): FlowDefinition {
  return withStates(withArrow(parent, 'welcome', on('audioComplete'), states[0]?.name ?? ''), ...states);
}

/** The parent with widgets after its success. */
export function afterSuccess(...states: readonly State[]): FlowDefinition {
  return withStates(withArrow(parent, 'success', on('audioComplete'), states[0]?.name ?? ''), ...states);
}

/** The parent in which the verdict is looked at otherwise. */
export function judging(change: (split: State) => State): FlowDefinition {
  return withWidget(parent, 'verify_status', change);
}

/** The parent that verifies what a template gives. */
export function verifying(to: string): FlowDefinition {
  return withProperties(parent, 'run_verify', { parameters: [{ key: 'to', value: to, type: 'string' }] });
}

/** Asks for keys. */
export function menu(
  keypress: string,
  properties: JsonObject = {},
  arrows: Record<string, string> = {},
): State {
  return state(
    'menu',
    'gather-input-on-call',
    { say: 'Please press a key.', stop_gather: true, finish_on_key: '#', timeout: 5, ...properties },
    { keypress, timeout: 'run_verify', ...arrows },
  );
}

/** A split with one branch: by default to success, and to the verification otherwise. */
export function look(
  tested: string,
  type: string,
  value: string,
  { name = 'look', match = 'success', noMatch = 'run_verify' } = {},
): State {
  const condition = { friendly_name: 'If', arguments: [tested], type, value };
  return {
    ...state(name, 'split-based-on', { input: tested }),
    transitions: [
      { event: 'noMatch', next: noMatch },
      { event: 'match', next: match, conditions: [condition] },
    ],
  };
}

/** Sets variables as texts. */
export function set(name: string, variables: Record<string, string>, next: string, type = 'string'): State {
  const list = Object.entries(variables).map(([key, value]) => ({ key, value, type }));
  return state(name, 'set-variables', { variables: list }, { next });
}

/** Says something and goes on; to nowhere ends the call. */
export function say(name: string, text: string, next = ''): State {
  return state(name, 'say-play', { say: text }, { audioComplete: next });
}

/** Asks a server that the proof does not know. */
export function ask(success: string, failed = 'run_verify', name = 'lookup'): State {
  return state(
    name,
    'make-http-request',
    { url: 'https://example.com/x', method: 'GET' },
    { success, failed },
  );
}

/** Calls one of our functions from the parent itself. */
export function ours(
  name: string,
  path: '/start-verify' | '/check-verify',
  parameters: Record<string, string>,
  success: string,
  fail = 'technical_trouble',
): State {
  return state(
    name,
    'run-function',
    {
      url: `\${FUNCTION_URL:${path}}`,
      service_sid: '${SERVICE_SID}',
      environment_sid: '${ENVIRONMENT_SID}',
      function_sid: `\${FUNCTION_SID:${path}}`,
      parameters: Object.entries(parameters).map(([key, value]) => ({ key, value })),
    },
    { success, fail },
  );
}

/** Runs the shipped subflow once more. */
export function runAgain(name: string, completed: string, failed = 'technical_trouble', sid?: string): State {
  const run = parent.states.find((candidate) => candidate.name === 'run_verify');
  const properties = { ...run?.properties, ...(sid !== undefined && { flow_sid: sid, flow_revision: '1' }) };
  return state(name, 'run-subflow', properties, { completed, failed });
}

/** Whether a run of the subflow was approved. */
export function isApproved(run: string, match = 'success'): State {
  const options = { name: `${run}_status`, match, noMatch: 'technical_trouble' };
  return look(`{{widgets.${run}.status}}`, 'equal_to', 'approved', options);
}
