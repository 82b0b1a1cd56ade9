import type { Widget } from '../model/widget';
import type { WidgetAnalysis } from '../model/widget-analysis';
import { addMemberToChatChannel } from './add-member-to-chat-channel';
import { addTwimlRedirect } from './add-twiml-redirect';
import { capturePayments } from './capture-payments';
import { connectCallTo } from './connect-call-to';
import { connectVirtualAgent } from './connect-virtual-agent';
import { connectVirtualAgentV2 } from './connect-virtual-agent-v2';
import { createChatChannel } from './create-chat-channel';
import { createTask } from './create-task';
import { enqueueCall } from './enqueue-call';
import { forkStream } from './fork-stream';
import { gatherInputOnCall } from './gather-input-on-call';
import { makeHttpRequest } from './make-http-request';
import { makeOutgoingCallV1 } from './make-outgoing-call-v1';
import { makeOutgoingCallV2 } from './make-outgoing-call-v2';
import { recordCall } from './record-call';
import { recordVoicemail } from './record-voicemail';
import { resumeConversation } from './resume-conversation';
import { runConversationRelay } from './run-conversation-relay';
import { runFunction } from './run-function';
import { runFunctionV2 } from './run-function-v2';
import { runSubflow } from './run-subflow';
import { sayPlay } from './say-play';
import { sendAndWaitForReply } from './send-and-wait-for-reply';
import { sendMessage } from './send-message';
import { sendToAutoPilot } from './send-to-auto-pilot';
import { sendToFlex } from './send-to-flex';
import { setVariables } from './set-variables';
import { splitBasedOn } from './split-based-on';
import { startConversation } from './start-conversation';
import { trigger } from './trigger';
import { understand } from './understand';
import { updateSyncObject } from './update-sync-object';

/**
 * Every widget type of Studio, one line each: https://www.twilio.com/docs/studio/rest-api/v2/schemas and
 * https://www.twilio.com/docs/studio/widget-library.
 */
const all: readonly Widget[] = [
  trigger,

  // Voice.
  sayPlay,
  gatherInputOnCall,
  connectCallTo,
  makeOutgoingCallV1,
  makeOutgoingCallV2,
  recordVoicemail,
  recordCall,
  enqueueCall,
  forkStream,
  capturePayments,
  connectVirtualAgent,
  connectVirtualAgentV2,
  runConversationRelay,
  addTwimlRedirect,

  // Messages and conversations.
  sendMessage,
  sendAndWaitForReply,
  sendToFlex,
  startConversation,
  resumeConversation,

  // Flow, data and code.
  splitBasedOn,
  setVariables,
  runFunction,
  runFunctionV2,
  makeHttpRequest,
  runSubflow,

  // Retired, or known by name only.
  sendToAutoPilot,
  createTask,
  understand,
  updateSyncObject,
  createChatChannel,
  addMemberToChatChannel,
];

/** The widgets by type. */
export const widgets: ReadonlyMap<string, Widget> = new Map(all.map((widget) => [widget.type, widget]));

/** Of a type that nobody knows: it may do anything. */
const UNKNOWN: WidgetAnalysis = { outputs: () => 'any', noticed: () => ({}), trouble: {} };

/** What can be told about a widget of any type without running it. */
export function analysisOf(type: string): WidgetAnalysis {
  return widgets.get(type)?.analysis ?? UNKNOWN;
}
