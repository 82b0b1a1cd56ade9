import type { Widget } from '../model/widget';
import { outsideWidget, refusesSecond } from './outside';
import { template } from './properties';

/**
 * Takes up a conversation that exists already, in an execution that the REST API started
 * (https://www.twilio.com/docs/studio/widget-library/resume-conversation). Not public: the whole list of its properties; others
 * than those here pass.
 */
export const resumeConversation: Widget = outsideWidget({
  type: 'resume-conversation',
  properties: { conversation_sid: template, conversation_service_sid: template },
  isOpen: true,
  events: ['resumed', 'failed'],
  needsCall: false,
  startedBy: ['request'],
  opensConversation: 'resumed',
  refuses: refusesSecond,
  analysis: {
    outputs: () => ({ keys: ['conversation'], isOpen: true }),
    noticed: () => ({}),
    trouble: { failed: 'Twilio refused the request' },
  },
});
