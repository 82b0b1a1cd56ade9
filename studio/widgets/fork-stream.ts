import type { Widget } from '../model/widget';
import { only } from '../model/widget-analysis';
import { literal, parameters, template } from './properties';

/**
 * Starts or stops sending the call's sound elsewhere (https://www.twilio.com/docs/studio/widget-library/fork-stream). It goes on at
 * once and tells nothing: where nobody listens to a stream, there is nothing to wait for either. Not public: what it does
 * after a hang-up; here the execution ends there.
 */
export const forkStream: Widget = {
  type: 'fork-stream',
  properties: {
    stream_action: { ...literal, required: true, enumeration: ['start', 'stop'] },
    stream_name: template,
    stream_transport_type: literal,
    stream_connector: template,
    stream_url: template,
    stream_track: literal,
    stream_parameters: parameters,
  },
  events: ['next'],
  needsCall: true,
  analysis: { outputs: only(), noticed: () => ({}), trouble: {} },
  enter: () => ({ kind: 'leave', event: 'next' }),
};
