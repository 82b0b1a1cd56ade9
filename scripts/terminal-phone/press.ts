import type { Change, PhoneView } from './phone-view';
import { cutSpeech } from './speech-entry';

/** What the phone shows after a key was pressed at `now`. The first key cuts a prompt short (barge-in). */
export function press(view: PhoneView, key: string, now: number): Change {
  const { call } = view;
  if (call === null) return { view, entries: [] };
  const cutsPrompt = call.speaking?.takesKeys === true;
  if (!cutsPrompt && !call.isListening) return { view, entries: [] };
  return {
    view: { call: { ...call, speaking: null, isListening: true, typed: call.typed + key } },
    entries: cutsPrompt ? cutSpeech(call, now) : [],
  };
}
