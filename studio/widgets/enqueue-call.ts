import { CALL_PARAMETERS } from '../model/webhook-parameters';
import type { Widget } from '../model/widget';
import { outsideWidget } from './outside';
import { literal, template } from './properties';
import { QUEUE_OUTPUTS, QUEUE_TROUBLE } from './queue';

/**
 * Puts the call into a queue or a TaskRouter workflow (https://www.twilio.com/docs/studio/widget-library/enqueue-call). Not public:
 * which event warning 81009 comes with; here `failedToEnqueue`.
 */
export const enqueueCall: Widget = outsideWidget({
  type: 'enqueue-call',
  properties: {
    workflow_sid: template,
    queue_name: template,
    priority: { type: 'integer' },
    timeout: { type: 'integer' },
    task_attributes: template,
    wait_url: template,
    wait_url_method: literal,
  },
  events: ['callComplete', 'failedToEnqueue', 'callFailure'],
  needsCall: true,
  analysis: {
    outputs: () => ({ keys: [...QUEUE_OUTPUTS, ...CALL_PARAMETERS], isOpen: true }),
    noticed: () => ({ callComplete: 'heard' }),
    trouble: QUEUE_TROUBLE,
  },
  says: { callComplete: { QueueResult: 'bridged' } },
  warning: (event) =>
    event === 'failedToEnqueue' ? { code: 81009, message: 'The call could not be queued' } : undefined,
});
