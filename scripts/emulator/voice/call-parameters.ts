import type { Call } from '../entities/call';
import { countryOf } from './caller-id';

/** Twilio tells where a number is; the local Twilio knows the country only, and leaves the others empty. */
const PLACES = ['City', 'State', 'Zip'];

/**
 * The parameters of the voice webhook, which become `trigger.call`
 * (https://www.twilio.com/docs/voice/twiml#request-parameters).
 */
export function callParameters(accountSid: string, call: Call): Record<string, string> {
  const parties = { From: call.from, To: call.to, Caller: call.from, Called: call.to };
  const geography = Object.entries(parties).flatMap(([party, number]): [string, string][] => [
    ...PLACES.map((place): [string, string] => [party + place, '']),
    [`${party}Country`, countryOf(number)],
  ]);
  return {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    CallSid: call.sid,
    CallStatus: call.status,
    Direction: call.direction === 'inbound' ? 'inbound' : 'outbound-api',
    ...parties,
    ...Object.fromEntries(geography),
  };
}
