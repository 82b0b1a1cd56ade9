import type { Entry } from './entry';
import type { CallView } from './phone-view';
import { secondsOf } from './phone-view';
import { saidSoFar, speechText } from './speech-text';

/** The entry of a speech that was said to its end; none when nobody spoke. */
export function wholeSpeech(call: CallView): Entry[] {
  if (call.speaking === null) return [];
  return [speechEntry(call, call.speaking, speechText(call.speaking.speech), false)];
}

/** The entry of a speech that ended at `now`, before its time; none when nobody spoke. */
export function cutSpeech(call: CallView, now: number): Entry[] {
  if (call.speaking === null) return [];
  const { speech, seconds, since } = call.speaking;
  const text = saidSoFar(speechText(speech), (now - since) / 1000, seconds);
  return [speechEntry(call, call.speaking, text, true)];
}

function speechEntry(
  call: CallView,
  { since }: { readonly since: number },
  text: string,
  isCut: boolean,
): Entry {
  return { kind: 'speech', seconds: secondsOf(call, since), text, isCut };
}
