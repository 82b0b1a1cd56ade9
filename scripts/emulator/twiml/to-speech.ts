import type { Speech } from '../../../studio/model/wait';
import type { XmlElement } from './parse-xml';

/** A silent speech, to be given something to say. */
export const SILENCE: Speech = { say: '', play: '', digits: '', language: 'en-US', voice: '', loop: 1 };

/**
 * Not public: how long `loop="0"`, which is without end, goes on when nobody hangs up. Here it is over after as many times
 * as Studio counts to.
 */
const LONGEST_LOOP = 99;

/**
 * What Say (https://www.twilio.com/docs/voice/twiml/say), Play (https://www.twilio.com/docs/voice/twiml/play) or Pause
 * (https://www.twilio.com/docs/voice/twiml/pause) lets hear. SSML stays in the text; a pause is the break of SSML.
 */
export function toSpeech(element: XmlElement): Speech {
  const { attributes, name } = element;
  const { language = SILENCE.language, voice = SILENCE.voice } = attributes;
  const common = { ...SILENCE, language, voice, loop: loopOf(attributes.loop) };
  if (name === 'Pause') return { ...SILENCE, say: `<break time="${secondsOf(attributes.length)}s"/>` };
  if (name === 'Say') return { ...common, say: innerMarkup(element) };
  if (attributes.digits !== undefined) return { ...common, digits: attributes.digits };
  return { ...common, play: innerMarkup(element).trim() };
}

/** Several of them as one speech, in which an audio file is the element of SSML; a loop is written out. */
export function joinSpeeches(speeches: readonly Speech[]): Speech {
  const [first, ...others] = speeches;
  if (first === undefined) return SILENCE;
  if (others.length === 0) return first;
  const say = speeches.flatMap((speech) => Array<string>(speech.loop).fill(asText(speech))).join(' ');
  return { ...first, play: '', digits: '', loop: 1, say };
}

function asText({ say, play, digits }: Speech): string {
  if (play !== '') return `<audio src="${escaped(play)}"/>`;
  return digits === '' ? say : '';
}

function loopOf(text = '1'): number {
  const loop = Number(text);
  if (!Number.isInteger(loop) || loop < 0) return 1;
  return loop === 0 ? LONGEST_LOOP : Math.min(loop, LONGEST_LOOP);
}

function secondsOf(text = '1'): number {
  const seconds = Number(text);
  return Number.isInteger(seconds) && seconds > 0 ? seconds : 1;
}

function innerMarkup({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : markup(child))).join('');
}

function markup(element: XmlElement): string {
  const attributes = Object.entries(element.attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const start = `<${element.name}${attributes.join('')}`;
  const inner = innerMarkup(element);
  return inner === '' ? `${start}/>` : `${start}>${inner}</${element.name}>`;
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
