import { CALL_PARAMETERS } from '../model/webhook-parameters';
import type { Widget } from '../model/widget';
import { OUTGOING_CALL_STATUSES, OUTGOING_CALL_TROUBLE, outgoingCallWarning } from './outgoing-call';
import { outsideWidget } from './outside';
import { literal, template } from './properties';

/**
 * Calls the contact and goes on when somebody answers (https://www.twilio.com/docs/studio/widget-library/make-outgoing-call).
 * From `answered` on the execution has a call, so that everything which needs one can follow.
 */
export const makeOutgoingCallV2: Widget = outsideWidget({
  type: 'make-outgoing-call-v2',
  properties: {
    from: { ...template, required: true },
    to: { ...template, required: true },
    record: { type: 'boolean' },
    recording_channels: literal,
    recording_status_callback: template,
    trim: literal,
    detect_answering_machine: { type: 'boolean' },
    machine_detection: literal,
    machine_detection_timeout: literal,
    machine_detection_speech_threshold: literal,
    machine_detection_speech_end_threshold: literal,
    machine_detection_silence_timeout: literal,
    send_digits: template,
    timeout: { type: 'integer' },
    sip_auth_username: template,
    sip_auth_password: template,
  },
  events: ['answered', 'busy', 'noAnswer', 'failed'],
  needsCall: false,
  analysis: {
    outputs: () => ({ keys: ['AnsweredBy', ...CALL_PARAMETERS], isOpen: true }),
    noticed: () => ({ answered: 'input', busy: 'heard', noAnswer: 'heard', failed: 'heard' }),
    trouble: OUTGOING_CALL_TROUBLE,
  },
  says: OUTGOING_CALL_STATUSES,
  answers: ['answered'],
  warning: outgoingCallWarning,
});
