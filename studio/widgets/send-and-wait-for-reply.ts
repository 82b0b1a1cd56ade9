import type { Visit, Widget } from '../model/widget';
import { only } from '../model/widget-analysis';
import { messageOf } from './message';
import { literal, messageProperties } from './properties';

/** Seconds to wait for a reply, unless set. */
const DEFAULT_TIMEOUT_SECONDS = 3600;

/** Sends a message to the contact and waits (https://www.twilio.com/docs/studio/widget-library/send-wait-reply). */
export const sendAndWaitForReply: Widget = {
  type: 'send-and-wait-for-reply',
  properties: { ...messageProperties, timeout: { ...literal, alsoInteger: true }, save_response_as: literal },
  events: ['incomingMessage', 'timeout', 'deliveryFailure'],
  needsCall: false,
  analysis: {
    outputs: only('outbound', 'inbound'),
    noticed: () => ({}),
    trouble: { timeout: 'nobody replies', deliveryFailure: 'the message cannot be delivered' },
    replies: ['incomingMessage'],
  },
  enter: (visit) => ({
    kind: 'wait',
    wait: { kind: 'reply', message: messageOf(visit), timeoutSeconds: timeoutOf(visit) },
  }),
  receive: (visit, input) => {
    switch (input.kind) {
      case 'incoming-message':
        return {
          kind: 'leave',
          event: 'incomingMessage',
          outputs: { ...(input.outbound && { outbound: input.outbound }), inbound: input.inbound },
        };
      case 'timeout':
        return {
          kind: 'leave',
          event: 'timeout',
          outputs: input.outbound ? { outbound: input.outbound } : {},
        };
      case 'delivery-failure':
        visit.warn(81011, 'The message could not be delivered');
        return { kind: 'leave', event: 'deliveryFailure', outputs: { outbound: input.outbound } };
      default:
        return { kind: 'ignore' };
    }
  },
};

/** Definitions carry the timeout as text; some old ones as a number. */
function timeoutOf(visit: Visit): number {
  const seconds = Number(visit.property('timeout'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds : DEFAULT_TIMEOUT_SECONDS;
}
