import { objectWithUnknowns, renderWithUnknowns } from '../liquid/render-unknown';
import type { FlowRevision, Surroundings } from '../model/execution';
import type { FlowDefinition, State } from '../model/flow-definition';
import { isJsonObject, type JsonObject } from '../model/json';
import { certainObject, unknownText } from '../model/unknown';
import type { Unknowns } from '../model/unknowns';
import type { Oracle } from './decisions';
import type { Subject } from './explore';
import { livenessOf, readOfSubflow, type Liveness } from './liveness';
import { leavesResult } from './properties/request-contract';
import { RESULT_KEYS } from './properties/verify-result';
import type { ProofQuestion } from './question';
import type { VariablePath } from './reads';
import { unknownTrigger, type Scenario } from './scenario';

/** The parent goes by a SID that nobody knows either. */
const PARENT_SID = unknownText('flow.flow_sid');

/** What a Verify subflow gives back, always of interest at the end of its branches. */
const RESULT: readonly VariablePath[] = RESULT_KEYS.map((key) => ['flow', 'variables', key]);

/** What stands for a subflow that nobody knows: a widget that leaves by any event with any variables. */
const ANYTHING = 'create-task';

/** What is explored for one kind of execution. */
export function subjectOf({ kind, variant }: Scenario, question: ProofQuestion): Subject {
  const { parent, findFlow } = flowsOf(question);
  const left = kind === 'request' && leavesResult(parent.definition) ? RESULT : [];
  const liveness = new Map<string, Liveness>([[PARENT_SID, livenessOf(parent.definition, left)]]);
  const returned = [...RESULT, ...readOfSubflow(parent.definition)];
  for (const [sid, flow] of question.subflows) liveness.set(sid, livenessOf(flow.definition, returned));
  return {
    flowSid: PARENT_SID,
    flow: parent,
    liveness: (sid) => liveness.get(sid) ?? new Map(),
    trigger: unknownTrigger(kind),
    surroundingsOf: (oracle) => ({
      findFlow,
      now: () => 0,
      newSid: (prefix) => unknownText(`a SID (${prefix})`),
      choices: { ...variant.choices, digitsAfterTimeout: 'erased' },
      unknowns: unknownsOf(oracle),
    }),
  };
}

/** The flows of a question as they are run, subflows that nobody knows replaced. */
export function flowsOf({ parent, subflows }: ProofQuestion): {
  readonly parentSid: string;
  readonly parent: FlowRevision;
  readonly findFlow: Surroundings['findFlow'];
} {
  const states = parent.definition.states.map((state) =>
    isForeignRun(state, subflows) ? unknownRun(state) : state,
  );
  const definition: FlowDefinition = { ...parent.definition, states };
  const revision = { ...parent, definition };
  return {
    parentSid: PARENT_SID,
    parent: revision,
    findFlow: (sid) => (sid === PARENT_SID ? revision : subflows.get(sid)),
  };
}

function isForeignRun({ type, properties }: State, subflows: ProofQuestion['subflows']): boolean {
  const { flow_sid: sid } = properties;
  return type === 'run-subflow' && !(typeof sid === 'string' && subflows.has(sid));
}

function unknownRun(state: State): State {
  const events = ['completed', 'failed'];
  const missing = events.filter((event) => !state.transitions.some((arrow) => arrow.event === event));
  return {
    ...state,
    type: ANYTHING,
    transitions: [...state.transitions, ...missing.map((event) => ({ event }))],
  };
}

function unknownsOf(oracle: Oracle): Unknowns {
  return {
    decide: (fact) => oracle.decide(fact),
    render: (template, scope) => renderWithUnknowns(template, withOpenRoots(scope)),
    objectOf: (template, scope) => objectWithUnknowns(template, withOpenRoots(scope)),
  };
}

/** A visit shows the same variables to all of its templates. */
const openScopes = new WeakMap<JsonObject, JsonObject>();

/** Twilio shows more of an execution and its channels than is public. */
function withOpenRoots(scope: JsonObject): JsonObject {
  const known = openScopes.get(scope) ?? opening(scope);
  openScopes.set(scope, known);
  return known;
}

function opening(scope: JsonObject): JsonObject {
  const { flow, contact } = scope;
  if (!isJsonObject(flow) || !isJsonObject(contact)) return scope;
  return {
    ...scope,
    flow: certainObject('flow', { ...flow, channel: opened(flow['channel'], 'flow.channel') }),
    contact: certainObject('contact', { channel: opened(contact['channel'], 'contact.channel') }),
  };
}

function opened(value: unknown, name: string): JsonObject {
  return certainObject(name, isJsonObject(value) ? value : {});
}
