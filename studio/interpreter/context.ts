import { conversationChannel } from '../model/conversation-channel';
import type { Execution, Frame, Trigger } from '../model/execution';
import { isJsonObject, type Json, type JsonObject } from '../model/json';

/**
 * The variables that Liquid sees in a frame: `trigger`, `flow`, `contact` and `widgets`
 * (https://www.twilio.com/docs/studio/user-guide/get-started). Also what the REST API shows as the context.
 * `frame` is the running one unless given.
 */
export function contextOf(
  execution: Pick<Execution, 'sid' | 'trigger' | 'frames'>,
  frame: Frame = runningFrame(execution),
): JsonObject {
  const { trigger } = execution;
  const addresses = addressesOf(trigger);
  return {
    trigger: {
      [trigger.kind]: trigger.parameters,
      ...(frame.parent === null ? {} : { parent: frame.parent }),
    },
    flow: {
      sid: execution.sid,
      flow_sid: frame.flowSid,
      channel: channelOf(trigger, addresses.ours, frame),
      ...addOnsOf(trigger),
      data: trigger.kind === 'request' ? (trigger.parameters['parameters'] ?? {}) : {},
      variables: frame.variables,
    },
    contact: { channel: { address: addresses.theirs } },
    widgets: frame.widgets,
  };
}

/** The frame that runs: the subflow's while there is one. */
export function runningFrame(execution: { readonly frames: readonly Frame[] }): Frame {
  const frame = execution.frames.at(-1);
  if (frame === undefined) throw new Error('An execution always has a frame');
  return frame;
}

/** Not public: what the `address` of a conversation's channel is; here that of the webhook, if it has one. */
function channelOf({ kind, parameters }: Trigger, address: string, { channel }: Frame): JsonObject {
  if (channel !== undefined) return { address, ...channel };
  const sid = parameters['ConversationSid'];
  return kind === 'conversation' && sid !== undefined
    ? { address, ...conversationChannel(sid) }
    : { address };
}

/** What add-ons said of a call or a message is shown under `flow`, too. */
function addOnsOf({ parameters: { AddOns: addOns } }: Trigger): JsonObject {
  return addOns === undefined ? {} : { add_ons: addOns };
}

/** Twilio's side and the contact's side: for calls and messages To and From, for the REST API the other way round. */
function addressesOf(trigger: Trigger): { readonly ours: string; readonly theirs: string } {
  const { parameters } = trigger;
  if (trigger.kind === 'request') return { ours: text(parameters['from']), theirs: text(parameters['to']) };
  return { ours: text(parameters['To']), theirs: text(parameters['From']) };
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** What a widget stored when it last ran; empty before. */
export function outputsOf(frame: Frame, widget: string): JsonObject {
  const outputs = frame.widgets[widget];
  return isJsonObject(outputs) ? outputs : {};
}
