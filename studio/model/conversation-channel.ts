import type { Json, JsonObject } from './json';

/**
 * What `flow.channel` holds of a conversation besides its address; messages of the flow go to its `sid`
 * (https://www.twilio.com/docs/studio/widget-library/start-conversation). Not public: what `type`, `status` and `details` are.
 */
export function conversationChannel(sid: Json, details: JsonObject = {}): JsonObject {
  return { sid, type: 'conversation', status: 'active', details };
}
