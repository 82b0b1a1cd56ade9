import type { Widget } from '../model/widget';
import { only } from '../model/widget-analysis';
import { messageOf } from './message';
import { messageProperties, template } from './properties';

/** Sends a message and goes on (https://www.twilio.com/docs/studio/widget-library/send-message). */
export const sendMessage: Widget = {
  type: 'send-message',
  properties: { ...messageProperties, to: template },
  events: ['sent', 'failed'],
  needsCall: false,
  analysis: {
    outputs: only('outbound'),
    noticed: () => ({}),
    trouble: { failed: 'the message cannot be sent' },
  },
  enter: (visit) => ({ kind: 'wait', wait: { kind: 'message', message: messageOf(visit) } }),
  receive: (visit, input) => {
    if (input.kind !== 'message-result') return { kind: 'ignore' };
    if (input.failed) visit.warn(81011, 'The message could not be sent');
    return { kind: 'leave', event: input.failed ? 'failed' : 'sent', outputs: { outbound: input.outbound } };
  },
};
