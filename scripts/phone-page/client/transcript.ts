import { saidSoFar } from '../../terminal-phone/speech-text';
import type { Entry } from '../../terminal-phone/entry';
import type { PageCall, PageState, Speaking } from '../model/page-state';
import { h, icon, setText } from './dom';
import { ICONS } from './icons';
import { verdictOf } from './verdict';

/** What was said and keyed in, as on a chat; the sentence that is being said fills up word by word. */
export interface Transcript {
  readonly element: HTMLElement;
  readonly draw: (state: PageState, before: PageState | null) => void;
  readonly tick: (call: PageCall | null, now: number) => void;
}

/** A transcript without a call. */
export function createTranscript(): Transcript {
  const list = h('ol', { class: 'lines' });
  const said = h('span', { class: 'said' });
  const unsaid = h('span', { class: 'unsaid' });
  const live = h('li', { class: 'line ivr live' }, said, unsaid);
  const hint = h(
    'p',
    { class: 'hint' },
    'Press Call. The IVR answers, texts a code to this phone and asks you to key it in.',
  );
  const element = h(
    'div',
    { class: 'transcript', attributes: { tabindex: '0', role: 'region', 'aria-label': 'What is said' } },
    hint,
    list,
  );
  const toEnd = (): void => {
    element.scrollTop = element.scrollHeight;
  };
  let shown: { readonly sid: string; count: number } = { sid: '', count: 0 };
  return {
    element,
    draw: ({ call }, before) => {
      if (call === before?.call) return;
      hint.hidden = call !== null;
      if (call === null) return;
      if (call.sid !== shown.sid) {
        shown = { sid: call.sid, count: 0 };
        list.replaceChildren();
      }
      live.remove();
      list.append(...call.entries.slice(shown.count).flatMap((entry) => lineOf(entry, call) ?? []));
      shown.count = call.entries.length;
      if (call.speaking !== null) {
        fill(call.speaking, said, unsaid, call.speaking.since);
        list.append(live);
      }
      toEnd();
    },
    tick: (call, now) => {
      if (call?.speaking) fill(call.speaking, said, unsaid, now);
    },
  };
}

function fill({ text, since, seconds }: Speaking, said: Element, unsaid: Element, now: number): void {
  const words = saidSoFar(text, (now - since) / 1000, seconds);
  setText(said, words);
  setText(unsaid, text.slice(words.length));
}

function lineOf(entry: Entry, call: PageCall): HTMLElement | null {
  switch (entry.kind) {
    case 'speech':
      return h('li', { class: entry.isCut ? 'line ivr cut' : 'line ivr' }, entry.text);
    case 'keys':
      return h('li', { class: 'line you' }, ...keysOf(entry.keys));
    case 'silence':
      return h('li', { class: 'line aside' }, 'You said nothing');
    case 'message':
      return h('li', { class: 'line aside' }, icon(ICONS.message), 'A message arrived');
    case 'warning':
      return h('li', { class: 'line aside' }, entry.text);
    case 'over':
      return verdictLine(call);
    default:
      return null;
  }
}

function keysOf(keys: string): readonly HTMLElement[] {
  return Array.from(keys === '' ? '#' : keys, (key) => h('kbd', {}, key));
}

function verdictLine(call: PageCall): HTMLElement | null {
  const verdict = verdictOf(call);
  if (verdict === null) return null;
  return h(
    'li',
    { class: verdict.isVerified ? 'verdict good' : 'verdict bad' },
    icon(verdict.isVerified ? ICONS.check : ICONS.cross),
    h('div', {}, h('strong', {}, verdict.title), h('span', {}, verdict.detail)),
  );
}
