import { assertNever } from '../model/assert-never';
import type { Trigger } from '../model/execution';
import type { Json, JsonObject } from '../model/json';

const ACCOUNT_SID = `AC${'0'.repeat(32)}`;
const API_VERSION = '2010-04-01';

/** SIDs that a scripted world gives to what has none. */
const CALL_SID = `CA${'0'.repeat(31)}1`;
const MESSAGE_SID = `SM${'0'.repeat(31)}1`;

/**
 * Adds what Twilio always sends with a webhook and what follows from the rest, so that a script need only name what matters
 * to it (https://www.twilio.com/docs/studio/widget-library/trigger-start). What the script says stays.
 */
export function filledTrigger({ kind, parameters }: Trigger): Trigger {
  return { kind, parameters: { ...defaultsOf(kind, parameters), ...parameters } };
}

function defaultsOf(kind: Trigger['kind'], { From = '', To = '' }: JsonObject): Record<string, Json> {
  switch (kind) {
    case 'call':
      return {
        AccountSid: ACCOUNT_SID,
        ApiVersion: API_VERSION,
        CallSid: CALL_SID,
        CallStatus: 'ringing',
        Direction: 'inbound',
        From,
        To,
        Caller: From,
        Called: To,
      };
    case 'message':
      return {
        AccountSid: ACCOUNT_SID,
        ApiVersion: API_VERSION,
        MessageSid: MESSAGE_SID,
        NumMedia: '0',
        Body: '',
      };
    case 'conversation':
      return { AccountSid: ACCOUNT_SID, MessageSid: MESSAGE_SID, Body: '' };
    case 'request':
      return { parameters: {} };
    default:
      return assertNever(kind);
  }
}
