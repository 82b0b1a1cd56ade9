import type { Widget } from '../model/widget';
import { outsideWidget } from './outside';
import { literal, parameters, template } from './properties';

/**
 * Connects the call to an application that hears and speaks text
 * (https://www.twilio.com/docs/studio/widget-library). Not public: the whole list of its properties; those that are named in
 * Twilio's texts are checked, others pass.
 */
export const runConversationRelay: Widget = outsideWidget({
  type: 'run-conversation-relay',
  properties: {
    url: template,
    welcome_greeting: template,
    voice: template,
    language: template,
    dtmf_detection: { type: 'boolean' },
    interruptible: literal,
    parameters,
  },
  isOpen: true,
  events: ['success', 'failed'],
  needsCall: true,
  analysis: {
    outputs: () => ({
      keys: ['HandoffData', 'SessionId', 'SessionStatus', 'SessionDuration'],
      isOpen: true,
    }),
    noticed: () => ({ success: 'heard' }),
    trouble: { failed: 'Twilio refused the request' },
  },
});
