import type { FlowDefinition, State } from '../../../studio/model/flow-definition';
import { widgets } from '../../../studio/widgets/registry';
import type { FlowResult } from '../../../studio/scripting/flow-result';
import { parseFlowScript } from '../../../studio/scripting/parse-flow-script';
import { runFlowScript } from '../../../studio/scripting/run-flow-script';
import { CALLER, IVR } from '../../support/flows';

/** How each door of a flow is knocked at. */
const DOORS: Readonly<Record<string, object>> = {
  incomingCall: { call: { From: CALLER, To: IVR } },
  incomingMessage: { message: { From: CALLER, To: IVR, Body: 'hi', ChannelSid: 'CH1', InstanceSid: 'IS1' } },
  incomingConversationMessage: {
    conversation: { From: CALLER, To: IVR, Body: 'hi', ConversationSid: 'CH1' },
  },
  incomingRequest: { request: { from: IVR, to: CALLER, parameters: {} } },
  incomingParent: { parent: { parameters: {} }, call: { From: CALLER, To: IVR } },
};

/** More inputs than any of the flows needs to come to an end. */
const MAXIMUM_INPUTS = 60;

/** The doors of a flow that lead somewhere. */
export function wiredDoors({ states, initial_state: initial }: FlowDefinition): string[] {
  const trigger = states.find(({ name }) => name === initial);
  return (trigger?.transitions ?? []).flatMap(({ event, next }) => (next && event in DOORS ? [event] : []));
}

/**
 * Runs a flow to an end in a world that grows until there is one: whatever it waits for gets an input, each time another of
 * those that it can take, beginning with the one of that number. Servers answer alike throughout.
 */
export function walk(definition: FlowDefinition, door: string, first: number): FlowResult {
  const inputs: object[] = [];
  for (;;) {
    const result = run(definition, door, inputs, first);
    if (result.ended !== 'waiting' || result.error !== undefined || inputs.length > MAXIMUM_INPUTS)
      return result;
    const name = result.steps.at(-1)?.next;
    const state = definition.states.find((candidate) => candidate.name === name);
    const options = optionsAt(state);
    const visits = result.steps.filter(({ widget }) => widget === name).length;
    inputs.push(options[(first + visits) % options.length] ?? { hangup: true });
  }
}

function run(definition: FlowDefinition, door: string, inputs: readonly object[], first: number): FlowResult {
  const http = first % 2 === 0 ? { url: '.', body: { status: 'ok' } } : { url: '.', status: 500 };
  const parsed = parseFlowScript({ trigger: DOORS[door], inputs, http: [http] });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return runFlowScript({ definition }, parsed.script);
}

function optionsAt(state: State | undefined): readonly object[] {
  switch (state?.type) {
    case 'gather-input-on-call':
      return [{ digits: '1' }, { digits: '2' }, { timeout: true }, { digits: '0' }, { hangup: true }];
    case 'send-and-wait-for-reply':
      return [{ reply: 'yes' }, { reply: '1' }, { timeout: true }, { event: 'deliveryFailure' }];
    default:
      return (widgets.get(state?.type ?? '')?.events ?? []).map((event) => ({ event }));
  }
}
