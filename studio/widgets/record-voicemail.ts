import { CALL_PARAMETERS } from '../model/webhook-parameters';
import type { Widget } from '../model/widget';
import { outsideWidget } from './outside';
import { literal, template } from './properties';

/**
 * Records what the caller says (https://www.twilio.com/docs/studio/widget-library/record-voicemail). A caller who hangs up ends
 * the recording too: `Digits` then says `hangup`.
 */
export const recordVoicemail: Widget = outsideWidget({
  type: 'record-voicemail',
  properties: {
    timeout: { type: 'integer' },
    finish_on_key: literal,
    max_length: { type: 'integer', minimum: 1, maximum: 14_400 },
    transcribe: { type: 'boolean' },
    transcription_callback_url: template,
    trim: literal,
    play_beep: { ...literal, enumeration: ['true', 'false'] },
    recording_status_callback_url: template,
  },
  events: ['recordingComplete', 'noAudio', 'hangup'],
  needsCall: true,
  analysis: {
    outputs: () => ({
      keys: ['RecordingUrl', 'RecordingSid', 'RecordingDuration', 'Digits', ...CALL_PARAMETERS],
      isOpen: true,
    }),
    noticed: () => ({ recordingComplete: 'heard', hangup: 'heard', noAudio: 'input' }),
    trouble: { noAudio: 'the caller said nothing' },
  },
  says: { hangup: { CallStatus: 'completed', Digits: 'hangup' } },
});
