import type { Visit, Widget } from '../model/widget';
import { outsideWidget, type EventWarning } from './outside';
import { literal, template } from './properties';
import { QUEUE_TROUBLE } from './queue';

/** Characters of the task's attributes (https://www.twilio.com/docs/studio/widget-library/send-flex). */
const MAXIMUM_ATTRIBUTES_LENGTH = 1024;

/**
 * Hands a call or a conversation over to agents (https://www.twilio.com/docs/studio/widget-library/send-flex). Not public: what
 * longer attributes do; here the task is not made. Not public: the warning that comes with `failedToEnqueue`; here 81009 on a
 * call and 81015 elsewhere.
 */
export const sendToFlex: Widget = outsideWidget({
  type: 'send-to-flex',
  properties: {
    workflow: { ...template, required: true },
    channel: { ...template, required: true },
    attributes: template,
    timeout: literal,
    priority: literal,
    waitUrl: template,
    waitUrlMethod: literal,
  },
  events: ['callComplete', 'failedToEnqueue', 'callFailure', 'composerStarted'],
  needsCall: false,
  usesCall: true,
  analysis: {
    outputs: () => 'any',
    noticed: () => ({ callComplete: 'heard' }),
    trouble: QUEUE_TROUBLE,
  },
  refuses: (visit) => (isTooLong(visit) ? 'failedToEnqueue' : undefined),
  warning: (event, _told, visit) => (event === 'failedToEnqueue' ? warningOn(visit) : undefined),
});

function isTooLong(visit: Visit): boolean {
  const attributes = visit.text('attributes');
  const holds = attributes.length > MAXIMUM_ATTRIBUTES_LENGTH;
  return visit.decide({ kind: 'text', question: 'is too long', texts: [attributes], holds });
}

function warningOn({ triggerKind }: Visit): EventWarning {
  return triggerKind === 'call'
    ? { code: 81009, message: 'The call could not be queued' }
    : { code: 81015, message: 'The task could not be made' };
}
