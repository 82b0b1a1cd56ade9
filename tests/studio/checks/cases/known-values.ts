import type { JsonObject } from '../../../../studio/model/json';
import { state } from '../../../support/flows';
import { callFlow, gather, type CheckCases, type Reported } from '../flows';

const REDIRECT = { url: 'https://example.com' };
const OUTGOING = { from: '{{flow.channel.address}}', to: '{{contact.channel.address}}' };

/** A widget with one property that means nothing. */
function reported(type: string, properties: JsonObject, property: string, part: string): Reported {
  return {
    shows: `${property} of ${type} as ${JSON.stringify(properties[property])}`,
    flow: callFlow(state('it', type, properties)),
    problems: [['warning', `#/states/1/properties/${property}`, part]],
  };
}

export const knownValues: CheckCases = {
  reported: [
    reported('add-twiml-redirect', { ...REDIRECT, timeout: 'banana' }, 'timeout', 'from 0 to 14400'),
    reported('add-twiml-redirect', { ...REDIRECT, timeout: '99999' }, 'timeout', 'from 0 to 14400'),
    reported('connect-call-to', { noun: 'sim', to: 'x', time_limit: '1h' }, 'time_limit', 'a whole number'),
    reported(
      'fork-stream',
      { stream_action: 'start', stream_transport_type: 'web' },
      'stream_transport_type',
      'write websocket or siprec',
    ),
    reported(
      'gather-input-on-call',
      { say: 'x', speech_timeout: 'banana' },
      'speech_timeout',
      'write auto or a whole number',
    ),
    reported(
      'make-outgoing-call-v2',
      { ...OUTGOING, machine_detection: 'Enabled' },
      'machine_detection',
      'did you mean "Enable"?',
    ),
    reported('make-outgoing-call-v2', { ...OUTGOING, trim: 'bar' }, 'trim', 'trim-silence or do-not-trim'),
    reported('record-call', { record_call: true, trim: 'x' }, 'trim', 'trim-silence or do-not-trim'),
    reported('record-voicemail', { trim: 'x' }, 'trim', 'trim-silence or do-not-trim'),
    reported(
      'send-and-wait-for-reply',
      { from: 'x', body: 'y', timeout: 'soon' },
      'timeout',
      'a whole number',
    ),
    reported('make-http-request', { ...REDIRECT, method: '' }, 'method', 'write GET or POST, or remove it'),
    {
      shows: 'a type of a value that there is not',
      flow: callFlow(
        state('set', 'set-variables', {
          variables: [
            { key: 'a', value: '1', type: 'string' },
            { key: 'b', value: '{}', type: 'jsonobject' },
          ],
        }),
        state('run', 'run-function', {
          url: 'https://example.com',
          parameters: [{ key: 'a', value: '1', type: 'number' }],
        }),
      ),
      problems: [
        ['warning', '#/states/1/properties/variables/1/type', 'did you mean "json_object"?'],
        ['warning', '#/states/2/properties/parameters/0/type', 'write string or json_object'],
      ],
    },
  ],
  clean: [
    {
      shows: 'what Twilio documents',
      flow: callFlow(
        state('go', 'add-twiml-redirect', { ...REDIRECT, timeout: '14400' }),
        state('old', 'add-twiml-redirect', { ...REDIRECT, timeout: 60 }),
        gather('ask', {}, { say: 'x', speech_timeout: 'auto', finish_on_key: '' }),
        gather('again', {}, { say: 'x', speech_timeout: '3' }),
        state('call', 'make-outgoing-call-v2', {
          ...OUTGOING,
          machine_detection: 'DetectMessageEnd',
          trim: '',
        }),
        state('wait', 'send-and-wait-for-reply', { from: 'x', body: 'y', timeout: 3600 }),
      ),
    },
    {
      shows: 'what Liquid gives',
      flow: callFlow(gather('ask', {}, { say: 'x', speech_timeout: '{{flow.sid}}' })),
    },
  ],
};
