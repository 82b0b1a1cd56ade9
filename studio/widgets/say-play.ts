import { CALL_PARAMETERS } from '../model/webhook-parameters';
import type { Widget } from '../model/widget';
import { literal, speechProperties } from './properties';
import { speechOf } from './speech';

/** Says text, plays a file or sends tones (https://www.twilio.com/docs/studio/widget-library/sayplay). */
export const sayPlay: Widget = {
  type: 'say-play',
  properties: { ...speechProperties, digits: literal },
  events: ['audioComplete'],
  needsCall: true,
  analysis: {
    outputs: () => ({ keys: [...CALL_PARAMETERS, 'language', 'voice'], isOpen: true }),
    // Tones are for a machine at the other end.
    noticed: ({ properties }) => ({ audioComplete: properties['digits'] ? 'nothing' : 'heard' }),
    trouble: {},
  },
  enter: (visit) => ({ kind: 'wait', wait: { kind: 'speech', speech: speechOf(visit) } }),
  receive: (_visit, input) => {
    if (input.kind !== 'audio-complete') return { kind: 'ignore' };
    return { kind: 'leave', event: 'audioComplete', outputs: input.callParameters ?? {} };
  },
};
