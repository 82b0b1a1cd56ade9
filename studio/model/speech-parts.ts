/** A stretch of a speech: words, silence, or an audio file. */
export type SpeechPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pause'; readonly seconds: number }
  | { readonly kind: 'audio'; readonly url: string };

/** Not public: how long a break is that names a strength instead of a time. */
const SECONDS_WITHOUT_TIME = 0.5;

const PART = /<break\b([^<>]*)>|<audio\b([^<>]*)>/gi;

/**
 * What is heard of a text that may hold SSML (https://www.twilio.com/docs/voice/twiml/say/text-speech): breaks and audio
 * files stand apart, all other tags are left out, and blanks are put together.
 */
export function speechParts(say: string): readonly SpeechPart[] {
  const parts: SpeechPart[] = [];
  let end = 0;
  for (const match of say.matchAll(PART)) {
    parts.push(...words(say.slice(end, match.index)), partOf(match[1], match[2]));
    end = match.index + match[0].length;
  }
  return [...parts, ...words(say.slice(end))];
}

function words(markup: string): SpeechPart[] {
  const text = markup
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? [] : [{ kind: 'text', text }];
}

function partOf(breakAttributes: string | undefined, audioAttributes = ''): SpeechPart {
  if (breakAttributes !== undefined) return { kind: 'pause', seconds: secondsOf(breakAttributes) };
  return { kind: 'audio', url: /\bsrc="([^"]*)"/.exec(audioAttributes)?.[1]?.replaceAll('&amp;', '&') ?? '' };
}

function secondsOf(attributes: string): number {
  const [, amount, unit] = /\btime=["']?(\d+(?:\.\d+)?)(ms|s)\b/.exec(attributes) ?? [];
  if (amount === undefined) return SECONDS_WITHOUT_TIME;
  return unit === 'ms' ? Number(amount) / 1000 : Number(amount);
}
