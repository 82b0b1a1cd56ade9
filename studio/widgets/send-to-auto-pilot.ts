import type { Widget } from '../model/widget';
import { outsideWidget } from './outside';

/**
 * Retired with Autopilot: handed a call or a message over to an assistant
 * (https://www.twilio.com/docs/studio/rest-api/v2/schemas). Not public any more: its properties, which all pass.
 */
export const sendToAutoPilot: Widget = outsideWidget({
  type: 'send-to-auto-pilot',
  properties: {},
  isOpen: true,
  events: ['sessionEnded', 'failure', 'timeout'],
  needsCall: false,
  usesCall: true,
  analysis: {
    outputs: () => 'any',
    noticed: () => ({ sessionEnded: 'heard' }),
    trouble: { failure: 'the assistant failed', timeout: 'nobody replies' },
  },
});
