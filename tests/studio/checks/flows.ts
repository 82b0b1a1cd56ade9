import type { CheckOptions } from '../../../studio/checks/check-flow';
import type { Condition, FlowDefinition, State, Transition } from '../../../studio/model/flow-definition';
import type { Problem } from '../../../studio/model/problem';
import type { JsonObject } from '../../../studio/model/json';
import { state } from '../../support/flows';

/** What a check must say about some flows, and flows that it must leave alone. */
export interface CheckCases {
  readonly reported: readonly Reported[];
  readonly clean: readonly Clean[];
}

/** A flow that only this check is asked about. */
export interface Clean {
  /** What the case shows. */
  readonly shows: string;
  readonly flow: FlowDefinition;
  readonly options?: CheckOptions;
}

/** A flow with everything that the check finds in it, in document order. */
export interface Reported extends Clean {
  /** Severity, place, and a part of the sentence. */
  readonly problems: readonly (readonly [Problem['severity'], string, string])[];
}

/** SIDs of a subflow that some cases run. */
export const SUBFLOW_SID = `FW${'a'.repeat(32)}`;
export const OTHER_SID = `FW${'b'.repeat(32)}`;

/** A flow that comes in by one door, to the first of the states. */
export function flowBy(door: string, ...states: readonly State[]): FlowDefinition {
  const trigger = state('Trigger', 'trigger', {}, { [door]: states[0]?.name ?? '' });
  return { description: 'A test flow', initial_state: 'Trigger', states: [trigger, ...states] };
}

/** A flow that answers calls. */
export function callFlow(...states: readonly State[]): FlowDefinition {
  return flowBy('incomingCall', ...states);
}

/** A flow that other flows run. */
export function subflow(...states: readonly State[]): FlowDefinition {
  return flowBy('incomingParent', ...states);
}

/** Speaks, then goes on or ends. */
export function say(name: string, text: string, next = ''): State {
  return state(name, 'say-play', { say: text }, { audioComplete: next });
}

/** Asks for keys. */
export function gather(
  name: string,
  arrows: Readonly<Record<string, string>>,
  properties: JsonObject = { say: 'Press one.' },
): State {
  return state(name, 'gather-input-on-call', properties, {
    keypress: '',
    speech: '',
    timeout: '',
    ...arrows,
  });
}

/** Sets variables. */
export function set(name: string, variables: Readonly<Record<string, string>>, next = ''): State {
  const pairs = Object.entries(variables).map(([key, value]) => ({ key, value }));
  return state(name, 'set-variables', { variables: pairs }, { next });
}

/** Runs a Function with parameters. */
export function runFunction(
  name: string,
  parameters: Readonly<Record<string, string>>,
  arrows: Readonly<Record<string, string>> = {},
): State {
  const pairs = Object.entries(parameters).map(([key, value]) => ({ key, value }));
  return state(
    name,
    'run-function',
    { url: 'https://example.com/run', parameters: pairs },
    { success: '', fail: '', ...arrows },
  );
}

/** Runs a subflow. */
export function runSubflow(
  name: string,
  parameters: Readonly<Record<string, string>> = {},
  arrows: Readonly<Record<string, string>> = {},
  { sid = SUBFLOW_SID, revision = 'LatestPublished' } = {},
): State {
  const pairs = Object.entries(parameters).map(([key, value]) => ({ key, value, type: 'string' }));
  return state(
    name,
    'run-subflow',
    { flow_sid: sid, flow_revision: revision, parameters: pairs },
    { completed: '', failed: '', ...arrows },
  );
}

/** Branches on the equality of a text with the keys of `branches`. */
export function split(
  name: string,
  input: string,
  branches: Readonly<Record<string, string>>,
  noMatch = '',
  tested = input,
): State {
  const matches = Object.entries(branches).map(([value, next]): Transition => ({
    event: 'match',
    conditions: [equals(tested, value)],
    ...(next && { next }),
  }));
  const unmatched = state(name, 'split-based-on', { input }, { noMatch });
  return { ...unmatched, transitions: [...unmatched.transitions, ...matches] };
}

function equals(tested: string, value: string): Condition {
  return { friendly_name: `If value equal_to ${value}`, arguments: [tested], type: 'equal_to', value };
}
