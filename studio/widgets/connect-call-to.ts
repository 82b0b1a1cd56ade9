import { CALL_PARAMETERS } from '../model/webhook-parameters';
import type { Widget } from '../model/widget';
import { outsideWidget } from './outside';
import { literal, template } from './properties';

/**
 * Connects the caller to somebody else (https://www.twilio.com/docs/studio/widget-library/connect-call). Whether anybody
 * answered is in `DialCallStatus`; the event is `callCompleted` either way, unless the caller hangs up.
 * Not public: when warning 81007 comes; here when nobody answers.
 */
export const connectCallTo: Widget = outsideWidget({
  type: 'connect-call-to',
  properties: {
    noun: {
      ...literal,
      required: true,
      enumeration: ['number', 'number-multi', 'client', 'conference', 'sip', 'sim'],
    },
    to: template,
    caller_id: template,
    record: { type: 'boolean' },
    timeout: { type: 'integer', minimum: 1, maximum: 600 },
    time_limit: { ...literal, alsoInteger: true },
    sip_endpoint: template,
    sip_username: template,
    sip_password: template,
  },
  events: ['callCompleted', 'hangup'],
  needsCall: true,
  analysis: {
    outputs: () => ({
      keys: ['DialCallStatus', 'DialCallSid', 'DialCallDuration', 'RecordingUrl', ...CALL_PARAMETERS],
      isOpen: true,
    }),
    noticed: () => ({ callCompleted: 'heard', hangup: 'heard' }),
    trouble: {},
  },
  says: { callCompleted: { DialCallStatus: 'completed' } },
  warning: (_event, told) =>
    told['DialCallStatus'] === 'no-answer'
      ? { code: 81007, message: 'Nobody answered the connected call in time' }
      : undefined,
});
