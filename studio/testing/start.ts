import type { FlowDefinition } from '../model/flow-definition';
import type { JsonObject } from '../model/json';
import { parseFlow } from '../parsing/parse-flow';
import { parseFlowScript } from '../scripting/parse-flow-script';
import { Playing } from '../scripting/playing';
import { FlowRun } from './flow-run';
import { FlowTestError } from './flow-test-error';
import { answersOf, readData } from './read-world';
import type { CallWorld, FlowWorld, MessageWorld, RequestWorld } from './world';

/** The contact, and Twilio's side, where a test names none: fictional numbers. */
const CONTACT = '+14155550100';
const OURS = '+14155550199';

/** Starts a flow with a call that comes in. Throws a `FlowTestError` with every problem of the flow and of the world. */
export function startCall(flow: object, world: CallWorld = {}): FlowRun {
  const { from = CONTACT, to = OURS, parameters = {} } = world;
  return start(flow, { call: { From: from, To: to, ...readData(parameters) } }, world);
}

/** Starts a flow with a message that comes in. Throws as `startCall` does. */
export function startMessage(flow: object, world: MessageWorld = {}): FlowRun {
  return start(flow, { message: messageOf(world) }, world);
}

/** Starts a flow with a message in a conversation. Throws as `startCall` does. */
export function startConversation(flow: object, world: MessageWorld = {}): FlowRun {
  return start(flow, { conversation: messageOf(world) }, world);
}

/** Starts a flow as the REST API does. Throws as `startCall` does. */
export function startRequest(flow: object, world: RequestWorld = {}): FlowRun {
  const { from = OURS, to = CONTACT, parameters = {} } = world;
  return start(flow, { request: { from, to, parameters: readData(parameters) } }, world);
}

function messageOf({ from = CONTACT, to = OURS, body = '', parameters = {} }: MessageWorld): JsonObject {
  return { From: from, To: to, Body: body, ...readData(parameters) };
}

function start(flow: object, trigger: JsonObject, world: FlowWorld): FlowRun {
  const { http, subflows = {}, now, pauseAt = [], parent } = world;
  const parsed = parseFlowScript({
    trigger: { ...trigger, ...(parent && { parent: { parameters: readData(parent) } }) },
    ...(now !== undefined && { now }),
    ...(http !== undefined && typeof http !== 'function' && { http: readData({ http })['http'] }),
  });
  if (!parsed.ok) throw new FlowTestError(parsed.problems.join('\n'));
  const { script } = parsed;
  const runnable = {
    definition: readFlow('the flow', flow),
    subflows: Object.fromEntries(
      Object.entries(subflows).map(([sid, subflow]) => [sid, readFlow(`the subflow ${sid}`, subflow)]),
    ),
  };
  return new FlowRun(new Playing(runnable, { ...script, answers: answersOf(http, script.http) }), pauseAt);
}

function readFlow(name: string, json: object): FlowDefinition {
  const parsed = parseFlow(json, { allowPlaceholders: true });
  if (parsed.ok) return parsed.flow;
  const errors = parsed.problems.filter(({ severity }) => severity === 'error');
  const lines = errors.map(({ place, message }) => `${place}: ${message}`);
  throw new FlowTestError([`Cannot run ${name}:`, ...lines].join('\n'));
}
