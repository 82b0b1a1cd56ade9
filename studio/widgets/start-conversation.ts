import type { Widget } from '../model/widget';
import { outsideWidget, refusesSecond } from './outside';
import { template } from './properties';

/**
 * Begins a conversation with the contact of an execution that the REST API started
 * (https://www.twilio.com/docs/studio/widget-library/start-conversation). Not public: the whole list of its properties; others
 * than those here pass.
 */
export const startConversation: Widget = outsideWidget({
  type: 'start-conversation',
  properties: {
    conversation_service_sid: { ...template, required: true },
    participants: { type: 'array' },
    close_conversation_on_execution_end: { type: 'boolean' },
  },
  isOpen: true,
  events: ['created', 'failed'],
  needsCall: false,
  startedBy: ['request'],
  opensConversation: 'created',
  refuses: refusesSecond,
  analysis: {
    outputs: () => ({ keys: ['conversation'], isOpen: true }),
    noticed: () => ({}),
    trouble: { failed: 'Twilio refused the request' },
  },
});
