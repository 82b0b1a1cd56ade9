import { assertNever } from '../model/assert-never';
import type { TriggerKind } from '../model/execution';
import type { Widget } from '../model/widget';
import { only } from '../model/widget-analysis';

/**
 * Where an execution comes in: by one event for each kind of trigger
 * (https://www.twilio.com/docs/studio/widget-library/trigger-start).
 */
export const trigger: Widget = {
  type: 'trigger',
  properties: {},
  events: [
    'incomingMessage',
    'incomingCall',
    'incomingConversationMessage',
    'incomingRequest',
    'incomingParent',
  ],
  needsCall: false,
  analysis: { outputs: only(), noticed: () => ({}), trouble: {} },
  enter: (visit) => ({ kind: 'leave', event: eventOf(visit.triggerKind) }),
};

function eventOf(kind: TriggerKind | 'parent'): string {
  switch (kind) {
    case 'call':
      return 'incomingCall';
    case 'message':
      return 'incomingMessage';
    case 'conversation':
      return 'incomingConversationMessage';
    case 'request':
      return 'incomingRequest';
    case 'parent':
      return 'incomingParent';
    default:
      return assertNever(kind);
  }
}
