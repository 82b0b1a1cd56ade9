import type { JsonObject } from '../model/json';
import { CALL_PARAMETERS } from '../model/webhook-parameters';
import type { Outcome, Visit, Widget } from '../model/widget';
import { literal, speechProperties, template } from './properties';
import { speechOf } from './speech';

/** Seconds without a key before the gather ends, unless set. */
const DEFAULT_TIMEOUT_SECONDS = 5;

/**
 * Asks for keys or speech (https://www.twilio.com/docs/studio/widget-library/gather-input-call). Wiring the `speech`
 * event is what turns speech recognition on.
 */
export const gatherInputOnCall: Widget = {
  type: 'gather-input-on-call',
  properties: {
    ...speechProperties,
    timeout: { type: 'integer', minimum: 0, maximum: 30 },
    finish_on_key: { ...literal, enumeration: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'] },
    stop_gather: { type: 'boolean' },
    number_of_digits: { type: 'integer', minimum: 0, maximum: 30 },
    save_response_as: literal,
    hints: template,
    gather_language: template,
    speech_timeout: template,
    speech_model: template,
    profanity_filter: { ...literal, enumeration: ['true', 'false'] },
  },
  events: ['keypress', 'speech', 'timeout'],
  needsCall: true,
  analysis: {
    outputs: () => ({ keys: ['Digits', 'SpeechResult', 'Confidence', ...CALL_PARAMETERS], isOpen: true }),
    noticed: () => ({ keypress: 'input', speech: 'input', timeout: 'input' }),
    trouble: { timeout: 'the caller presses nothing' },
  },
  enter,
  receive: (visit, input) => {
    const callParameters = 'callParameters' in input ? (input.callParameters ?? {}) : {};
    switch (input.kind) {
      case 'keys':
        return { kind: 'leave', event: 'keypress', outputs: { ...callParameters, Digits: input.digits } };
      case 'speech':
        return {
          kind: 'leave',
          event: 'speech',
          outputs: { ...callParameters, SpeechResult: input.text, Confidence: String(input.confidence) },
        };
      case 'timeout':
        return { kind: 'leave', event: 'timeout', outputs: { ...earlier(visit), ...callParameters } };
      default:
        return { kind: 'ignore' };
    }
  },
};

/** Of an earlier round: a choice of `studio/model/undocumented.ts`. */
function earlier({ choices, previous }: Visit): JsonObject {
  return choices.digitsAfterTimeout === 'kept' ? previous : {};
}

function enter(visit: Visit): Outcome {
  const timeout = visit.property('timeout');
  const numberOfDigits = visit.property('number_of_digits');
  const hasFinishKey = visit.property('stop_gather') !== false;
  return {
    kind: 'wait',
    wait: {
      kind: 'keys',
      prompt: speechOf(visit),
      timeoutSeconds: typeof timeout === 'number' ? timeout : DEFAULT_TIMEOUT_SECONDS,
      finishOnKey: hasFinishKey ? finishKey(visit) : '',
      numberOfDigits: typeof numberOfDigits === 'number' && numberOfDigits > 0 ? numberOfDigits : null,
      listens: visit.isWired('speech'),
    },
  };
}

function finishKey(visit: Visit): string {
  const key = visit.property('finish_on_key');
  return typeof key === 'string' ? key : '#';
}
