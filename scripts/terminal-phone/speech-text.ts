import type { Speech } from '../../studio/model/wait';

/** What a listener would write down of a speech. */
export function speechText(speech: Speech): string {
  const once = speech.say || (speech.play ? `♪ ${speech.play}` : `♪ keypad tones ${speech.digits}`);
  const times = speech.loop > 1 ? ` (said ${String(speech.loop)} times)` : '';
  return once.replace(/\s+/g, ' ').trim() + times;
}

/** The words that have been said after `elapsedSeconds` of `totalSeconds`; at least one once it has begun. */
export function saidSoFar(text: string, elapsedSeconds: number, totalSeconds: number): string {
  if (elapsedSeconds >= totalSeconds) return text;
  const words = text.split(' ');
  const count = Math.max(1, Math.ceil((words.length * Math.max(0, elapsedSeconds)) / totalSeconds));
  return words.slice(0, count).join(' ');
}
