import { parseFlow } from '../../../studio/parsing/parse-flow';
import type { Json, JsonObject } from '../../../studio/model/json';
import { flow, state } from '../../support/flows';

/** What a widget needs besides the property in question. */
const NEEDED: Readonly<Record<string, JsonObject>> = {
  'say-play': { say: 'Hello' },
  'gather-input-on-call': { say: 'Key?' },
  'split-based-on': { input: 'x' },
  'connect-call-to': { noun: 'number', to: '+14155550100' },
  'record-voicemail': {},
  'record-call': { record_call: true },
  'capture-payments': {},
  'make-http-request': { url: 'https://example.com', method: 'GET' },
  'send-to-flex': { workflow: 'WW1', channel: 'TC1' },
  'send-message': { from: '+14155550199', to: '+14155550100', body: 'Hello' },
  'run-subflow': { flow_sid: `FW${'1'.repeat(32)}`, flow_revision: 'LatestPublished' },
  'add-twiml-redirect': { url: 'https://example.com' },
  'fork-stream': { stream_action: 'start' },
};

/** Messages about one property of a widget that is sound otherwise. */
function problemsOf(type: string, property: string, value: Json | undefined): readonly string[] {
  const properties: Record<string, Json> = { ...NEEDED[type] };
  if (value === undefined) Reflect.deleteProperty(properties, property);
  else properties[property] = value;
  const { problems } = parseFlow(flow(state('widget', type, properties)));
  return problems.filter(({ place }) => place.endsWith(`/${property}`)).map(({ message }) => message);
}

const missing = 'is missing but it is required';
const noText = 'boolean found, string expected';
const noFlag = 'string found, boolean expected';

describe('properties of widgets', () => {
  test.each(Object.entries(NEEDED))('of %s are sound as they are here', (type, properties) => {
    expect(parseFlow(flow(state('widget', type, properties))).problems).toEqual([]);
  });

  test.each([
    ['say-play', 'loop', 1, 99],
    ['gather-input-on-call', 'loop', 1, 99],
    ['gather-input-on-call', 'timeout', 0, 30],
    ['gather-input-on-call', 'number_of_digits', 0, 30],
    ['connect-call-to', 'timeout', 1, 600],
    ['record-voicemail', 'max_length', 1, 14_400],
  ])('of %s: %s is from %i to %i', (type, property, lowest, highest) => {
    const message = (value: number) => `must be from ${lowest} to ${highest}, is ${value}`;
    for (const value of [lowest, highest]) expect(problemsOf(type, property, value)).toEqual([]);
    for (const value of [lowest - 1, highest + 1])
      expect(problemsOf(type, property, value)).toEqual([message(value)]);
  });

  test.each([
    ['split-based-on', 'input'],
    ['connect-call-to', 'noun'],
    ['record-call', 'record_call'],
    ['make-http-request', 'url'],
    ['send-to-flex', 'workflow'],
    ['send-to-flex', 'channel'],
    ['send-message', 'from'],
    ['run-subflow', 'flow_sid'],
    ['run-subflow', 'flow_revision'],
    ['add-twiml-redirect', 'url'],
    ['fork-stream', 'stream_action'],
  ])('of %s: %s is required', (type, property) => {
    expect(problemsOf(type, property, undefined)).toEqual([missing]);
  });

  test.each([
    ['gather-input-on-call', 'profanity_filter', true, noText],
    ['gather-input-on-call', 'stop_gather', 'true', noFlag],
    ['gather-input-on-call', 'timeout', '{{flow.variables.t}}', 'string found, integer expected'],
    ['gather-input-on-call', 'number_of_digits', '6', 'string found, integer expected'],
    ['record-voicemail', 'play_beep', true, noText],
    ['record-voicemail', 'transcribe', 'true', noFlag],
    ['capture-payments', 'security_code', 'true', noFlag],
    ['capture-payments', 'postal_code', true, noText],
    ['make-http-request', 'add_twilio_auth', 'true', noFlag],
    ['make-http-request', 'method', 'PUT', 'does not have a value in the enumeration [GET, POST]'],
    ['connect-call-to', 'noun', '', expect.stringContaining('does not have a value in the enumeration')],
    ['fork-stream', 'stream_action', '', 'does not have a value in the enumeration [start, stop]'],
    ['run-subflow', 'flow_sid', '{{flow.data.sid}}', 'must be a valid, non-liquid flow sid'],
    ['send-to-flex', 'waitUrl', 7, 'integer found, string expected'],
  ])('of %s: %s cannot be %j', (type, property, value, message) => {
    expect(problemsOf(type, property, value)).toEqual([message]);
  });

  test.each([
    ['make-http-request', 'method'],
    ['gather-input-on-call', 'finish_on_key'],
  ])('of %s: %s may be empty, as if it were left out', (type, property) => {
    expect(problemsOf(type, property, '')).toEqual([]);
  });
});
