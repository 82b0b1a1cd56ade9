import { CALL_PARAMETERS } from '../model/webhook-parameters';
import type { Widget } from '../model/widget';
import { outsideWidget } from './outside';
import { literal, parameters, template } from './properties';

/**
 * Lets a virtual agent talk with the caller (https://www.twilio.com/docs/studio/widget-library/connect-virtual-agent-v2). What it
 * found out comes back as `VirtualAgentStatus` and `VirtualAgentProviderData`.
 */
export const connectVirtualAgentV2: Widget = outsideWidget({
  type: 'connect-virtual-agent-v2',
  properties: {
    connector_name: template,
    connector_details: { type: 'object' },
    channel: literal,
    configurations: { type: 'array' },
    parameters,
    status_callback: template,
    status_callback_method: literal,
    timeout: { type: 'integer' },
    session_behavior: literal,
    resume_session_identification_method: literal,
    resume_session_identification_value: template,
    resume_session_event_name: template,
  },
  events: ['completed', 'live-agent-handoff', 'hangup', 'failed', 'paused', 'timeout'],
  needsCall: false,
  usesCall: true,
  analysis: {
    outputs: () => ({
      keys: ['VirtualAgentStatus', 'VirtualAgentProviderData', 'VirtualAgentError', ...CALL_PARAMETERS],
      isOpen: true,
    }),
    noticed: () => ({ completed: 'heard', 'live-agent-handoff': 'heard', hangup: 'heard' }),
    // `timeout` is not among them: the widget on Twilio's page has four events without it, and so no arrow to wire.
    trouble: { failed: 'the agent could not be reached' },
  },
});
