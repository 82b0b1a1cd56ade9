import type { XmlElement } from './parse-xml';
import { joinSpeeches, toSpeech } from './to-speech';
import type { GatherVerb, TwimlNote } from './verbs';

/** What may stand in a Gather (https://www.twilio.com/docs/voice/twiml/gather#nest-other-verbs). */
const NESTED = ['Say', 'Play', 'Pause'];

/** Seconds (https://www.twilio.com/docs/voice/twiml/gather#timeout). `auto` is for speech, which is not imitated. */
const DEFAULT_TIMEOUT = 5;

/** Reads a Gather with its prompt. Speech is not imitated: only keys are collected, and a note says so. */
export function readGather(element: XmlElement): {
  readonly verb: GatherVerb;
  readonly notes: readonly TwimlNote[];
} {
  const { attributes, children } = element;
  const nested = children.filter((child) => typeof child !== 'string');
  const verb: GatherVerb = {
    kind: 'gather',
    prompt: joinSpeeches(nested.filter(({ name }) => NESTED.includes(name)).map(toSpeech)),
    timeoutSeconds: wholeNumber(attributes.timeout) ?? DEFAULT_TIMEOUT,
    finishOnKey: attributes.finishOnKey ?? '#',
    numberOfDigits: wholeNumber(attributes.numDigits),
    action: attributes.action ?? '',
    method: attributes.method?.toUpperCase() === 'GET' ? 'GET' : 'POST',
    actionOnEmptyResult: attributes.actionOnEmptyResult === 'true',
  };
  return { verb, notes: [...notesOnInput(attributes.input), ...nested.flatMap(noteOnNested)] };
}

function notesOnInput(input = 'dtmf'): readonly TwimlNote[] {
  if (!input.includes('speech')) return [];
  return [{ code: null, message: 'Speech is not imitated by the local Twilio: <Gather> collects keys only' }];
}

function noteOnNested({ name }: XmlElement): readonly TwimlNote[] {
  if (NESTED.includes(name)) return [];
  return [{ code: 12200, message: `Schema validation warning: <${name}> may not stand in <Gather>` }];
}

function wholeNumber(text = ''): number | null {
  return /^\d+$/.test(text) ? Number(text) : null;
}
