import type { Widget } from '../model/widget';
import { runFunction } from './run-function';

/**
 * In Studio's schema by name only (https://www.twilio.com/docs/studio/rest-api/v2/schemas). Not public: how it differs from Run
 * Function; here not at all, but that properties unknown to that one pass.
 */
export const runFunctionV2: Widget = { ...runFunction, type: 'run-function-v2', isOpen: true };
