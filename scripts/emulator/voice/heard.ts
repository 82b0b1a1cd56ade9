import { assertNever } from '../../../studio/model/assert-never';
import { type SpeechPart, speechParts } from '../../../studio/model/speech-parts';
import type { Speech } from '../../../studio/model/wait';

/** Something that was to be heard on a call. */
export type Heard =
  | { readonly kind: 'said'; readonly text: string; readonly language: string }
  | { readonly kind: 'paused'; readonly seconds: number }
  | { readonly kind: 'played'; readonly url: string }
  | { readonly kind: 'tones'; readonly digits: string };

/** What is heard of a speech when it is heard to its end, repetitions included. */
export function heardOf(speech: Speech): readonly Heard[] {
  const once = heardOnce(speech);
  return Array<readonly Heard[]>(Math.max(1, speech.loop)).fill(once).flat();
}

function heardOnce({ say, play, digits, language }: Speech): readonly Heard[] {
  if (play !== '') return [{ kind: 'played', url: play }];
  if (digits !== '') return [{ kind: 'tones', digits }];
  return speechParts(say).map((part) => toHeard(part, language));
}

function toHeard(part: SpeechPart, language: string): Heard {
  switch (part.kind) {
    case 'text':
      return { kind: 'said', text: part.text, language };
    case 'pause':
      return { kind: 'paused', seconds: part.seconds };
    case 'audio':
      return { kind: 'played', url: part.url };
    default:
      return assertNever(part);
  }
}
