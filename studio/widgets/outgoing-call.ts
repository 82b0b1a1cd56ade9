import type { JsonObject } from '../model/json';
import type { EventWarning } from './outside';

/** Trouble that both versions of Make Outgoing Call know. */
export const OUTGOING_CALL_TROUBLE = {
  failed: 'the call could not be made',
  busy: 'the line is busy',
  noAnswer: 'nobody answers',
} as const;

/** The status of the call that comes with each event (https://www.twilio.com/docs/voice/api/call-resource#call-status-values). */
export const OUTGOING_CALL_STATUSES: Readonly<Record<string, JsonObject>> = {
  answered: { CallStatus: 'in-progress' },
  answeredByMachine: { CallStatus: 'in-progress' },
  busy: { CallStatus: 'busy' },
  noAnswer: { CallStatus: 'no-answer' },
  failed: { CallStatus: 'failed' },
  hangup: { CallStatus: 'completed' },
};

/** A call that cannot be made at all is warning 81008 (https://www.twilio.com/docs/api/errors/81008). */
export function outgoingCallWarning(event: string): EventWarning | undefined {
  return event === 'failed' ? { code: 81008, message: 'The outgoing call failed' } : undefined;
}
