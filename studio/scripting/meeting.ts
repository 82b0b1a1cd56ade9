import type { JsonObject } from '../model/json';
import type { Input, OutgoingMessage, Wait } from '../model/wait';

/** What an input meets. */
export interface Meeting {
  readonly wait: Wait;
  /** Somebody is on the line. */
  readonly isOnCall: boolean;
  /** Parameters that Twilio's callbacks of this call carry. */
  readonly callParameters: JsonObject;
}

/** The caller goes; Twilio says so with a status that says so too. */
export function hangUp(callParameters: JsonObject): Input {
  return { kind: 'hang-up', callParameters: { ...callParameters, CallStatus: 'completed' } };
}

/** The message resource that Studio keeps under `outbound`, with what the script adds. */
export function outboundOf({ from, to, body }: OutgoingMessage, data: JsonObject = {}): JsonObject {
  return { From: from, To: to, Body: body, Status: 'queued', ...data };
}
