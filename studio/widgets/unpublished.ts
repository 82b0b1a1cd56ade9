import type { Widget } from '../model/widget';
import { outsideWidget, type EventWarning } from './outside';

/**
 * A type that is in Studio's schema by name only (https://www.twilio.com/docs/studio/rest-api/v2/schemas). Not public: its
 * properties and events; those that a definition has are taken. An event whose name speaks of failure brings the warning,
 * if there is a code for it (https://www.twilio.com/docs/api/errors).
 */
export function unpublishedWidget(type: string, warning?: EventWarning): Widget {
  return outsideWidget({
    type,
    properties: {},
    events: [],
    isUnpublished: true,
    needsCall: false,
    analysis: { outputs: () => 'any', noticed: () => ({}), trouble: {} },
    warning: (event) => (/fail/i.test(event) ? warning : undefined),
  });
}
