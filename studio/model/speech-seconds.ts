import { assertNever } from './assert-never';
import { type SpeechPart, speechParts } from './speech-parts';
import type { Speech } from './wait';

/** Not public: how fast Twilio speaks. About 150 words a minute, as people do. */
const CHARACTERS_PER_SECOND = 15;

/** Not public here: how long an audio file is that nobody plays. */
const SECONDS_PER_AUDIO_FILE = 5;

/** A tone, and the half second that `w` waits (https://www.twilio.com/docs/voice/twiml/play#attributes-digits). */
const SECONDS_PER_TONE = 0.5;

/** How many seconds a speech takes, all repetitions included; 0 when there is nothing to say. */
export function speechSeconds(speech: Speech): number {
  const repetitions = Math.max(1, speech.loop);
  return repetitions * secondsOnce(speech);
}

function secondsOnce(speech: Speech): number {
  if (speech.play !== '') return SECONDS_PER_AUDIO_FILE;
  if (speech.digits !== '') return speech.digits.length * SECONDS_PER_TONE;
  return speechParts(speech.say).reduce((seconds, part) => seconds + secondsOfPart(part), 0);
}

function secondsOfPart(part: SpeechPart): number {
  switch (part.kind) {
    case 'text':
      return part.text.length / CHARACTERS_PER_SECOND;
    case 'pause':
      return part.seconds;
    case 'audio':
      return SECONDS_PER_AUDIO_FILE;
    default:
      return assertNever(part);
  }
}
