import type { Widget } from '../model/widget';
import type { WidgetAnalysis } from '../model/widget-analysis';
import { gatherInputOnCall } from './gather-input-on-call';
import { makeHttpRequest } from './make-http-request';
import { runFunction } from './run-function';
import { runSubflow } from './run-subflow';
import { sayPlay } from './say-play';
import { sendAndWaitForReply } from './send-and-wait-for-reply';
import { sendMessage } from './send-message';
import { setVariables } from './set-variables';
import { splitBasedOn } from './split-based-on';
import { trigger } from './trigger';
import { uninterpretedAnalysis } from './uninterpreted';

/** Every widget type that runs here, one line each. */
const interpreted: readonly Widget[] = [
  trigger,
  sayPlay,
  gatherInputOnCall,
  splitBasedOn,
  setVariables,
  runFunction,
  runSubflow,
  makeHttpRequest,
  sendMessage,
  sendAndWaitForReply,
];

/** The widgets that run here, by type. */
export const widgets: ReadonlyMap<string, Widget> = new Map(
  interpreted.map((widget) => [widget.type, widget]),
);

/**
 * Types that Studio has and that do not run here yet: a flow that holds one is accepted with a warning, and an execution
 * that reaches one ends with a clear message. Source: https://www.twilio.com/docs/studio/rest-api/v2/schemas and
 * https://www.twilio.com/docs/studio/widget-library.
 */
export const notInterpreted: readonly string[] = [
  'add-member-to-chat-channel',
  'add-twiml-redirect',
  'capture-payments',
  'connect-call-to',
  'connect-virtual-agent',
  'connect-virtual-agent-v2',
  'create-chat-channel',
  'create-task',
  'enqueue-call',
  'fork-stream',
  'make-outgoing-call-v1',
  'make-outgoing-call-v2',
  'record-call',
  'record-voicemail',
  'resume-conversation',
  'run-conversation-relay',
  'run-function-v2',
  'send-to-auto-pilot',
  'send-to-flex',
  'start-conversation',
  'understand',
  'update-sync-object',
];

/** What can be told about a widget of any type without running it. */
export function analysisOf(type: string): WidgetAnalysis {
  return widgets.get(type)?.analysis ?? uninterpretedAnalysis(type);
}
