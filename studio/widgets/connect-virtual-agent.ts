import type { Widget } from '../model/widget';
import { outsideWidget } from './outside';
import { literal, template } from './properties';

/** Retired: Connect Virtual Agent in its first version (https://www.twilio.com/docs/studio/widget-library). */
export const connectVirtualAgent: Widget = outsideWidget({
  type: 'connect-virtual-agent',
  properties: {
    connector: { ...template, required: true },
    language: template,
    sentiment_analysis: literal,
    status_callback: template,
  },
  events: ['return', 'hangup'],
  needsCall: true,
  analysis: {
    outputs: () => 'any',
    noticed: () => ({ return: 'heard', hangup: 'heard' }),
    trouble: {},
  },
});
