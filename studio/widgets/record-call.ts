import type { Widget } from '../model/widget';
import { outsideWidget } from './outside';
import { literal, template } from './properties';

/**
 * Starts or stops the recording of the whole call (https://www.twilio.com/docs/studio/widget-library/call-recording). Not public:
 * what it does after a hang-up; here the execution ends there, as at any widget that needs the call.
 */
export const recordCall: Widget = outsideWidget({
  type: 'record-call',
  properties: {
    record_call: { type: 'boolean', required: true },
    recording_status_callback: template,
    recording_status_callback_method: literal,
    recording_status_callback_events: literal,
    recording_channels: literal,
    trim: literal,
  },
  events: ['success', 'failed'],
  needsCall: true,
  analysis: {
    outputs: () => ({
      keys: ['Sid', 'CallSid', 'Status', 'StartTime', 'Duration', 'Channels', 'Source', 'Uri', 'ErrorCode'],
      isOpen: true,
    }),
    noticed: () => ({}),
    trouble: { failed: 'Twilio refused the request' },
  },
});
