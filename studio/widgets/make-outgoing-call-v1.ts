import { CALL_PARAMETERS } from '../model/webhook-parameters';
import type { Widget } from '../model/widget';
import { OUTGOING_CALL_STATUSES, OUTGOING_CALL_TROUBLE, outgoingCallWarning } from './outgoing-call';
import { outsideWidget } from './outside';
import { template } from './properties';

/** The first version of Make Outgoing Call, which old flows still have: it can tell a machine by an event of its own. */
export const makeOutgoingCallV1: Widget = outsideWidget({
  type: 'make-outgoing-call-v1',
  properties: {
    from: { ...template, required: true },
    to: { ...template, required: true },
    record: { type: 'boolean' },
    timeout: { type: 'integer' },
  },
  events: ['answered', 'busy', 'noAnswer', 'failed', 'answeredByMachine', 'hangup'],
  needsCall: false,
  analysis: {
    outputs: () => ({ keys: ['AnsweredBy', ...CALL_PARAMETERS], isOpen: true }),
    noticed: () => ({
      answered: 'input',
      busy: 'heard',
      noAnswer: 'heard',
      failed: 'heard',
      hangup: 'heard',
    }),
    trouble: OUTGOING_CALL_TROUBLE,
  },
  says: OUTGOING_CALL_STATUSES,
  answers: ['answered', 'answeredByMachine'],
  warning: outgoingCallWarning,
});
