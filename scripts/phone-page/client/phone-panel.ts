import type { PageCall, PageState } from '../model/page-state';
import { button, h, icon, setText } from './dom';
import { ICONS } from './icons';
import { createKeypad } from './keypad';
import type { Panel, Send } from './panel';
import { createTranscript } from './transcript';
import type { Voice } from './voice';
import { durationText, numberText } from './words';

/** The phone, which the keyboard works too. */
export interface PhonePanel extends Panel {
  readonly onKey: (event: KeyboardEvent) => void;
}

/** Numbers to call from: fictional ones of two countries, and none. */
const OWN_NUMBERS = ['+14155550100', '+34612345678', 'anonymous'];

/** A phone: numbers or the call on top, what is said below, keys, and one large button. */
export function createPhonePanel(send: Send, voice: Voice): PhonePanel {
  const form = createDialForm();
  const status = h('p', { class: 'call-status', attributes: { 'data-testid': 'call-status' } });
  const party = h('p', { class: 'call-party' });
  const onCall = h('div', { class: 'on-call' }, party, status);
  const problem = h('p', { class: 'problem', attributes: { role: 'alert' } });
  const transcript = createTranscript();
  const typed = h('output', { class: 'typed', attributes: { 'aria-label': 'Keys pressed' } });
  let isOnCall = false;

  const act = async (): Promise<void> => {
    setText(problem, '');
    const answer = await send(isOnCall ? { kind: 'hang-up' } : { kind: 'dial', ...form.numbers() });
    setText(problem, answer ?? '');
  };
  const press = (key: string): void => {
    voice.tone(key);
    keypad.flash(key);
    if (isOnCall) void send({ kind: 'press', keys: key });
  };
  const keypad = createKeypad(press);
  const main = button({ class: 'main-button', onClick: () => void act() });
  form.element.addEventListener('submit', (event) => {
    event.preventDefault();
    void act();
  });
  return {
    element: h(
      'section',
      { class: 'card phone', attributes: { 'aria-label': 'Phone' } },
      h('div', { class: 'phone-top' }, form.element, onCall),
      transcript.element,
      problem,
      typed,
      keypad.element,
      main,
    ),
    onKey: createKeyboard({ press, act: () => void act(), isOnCall: () => isOnCall }),
    draw: (state, before) => {
      const { call } = state;
      if (before === null) form.fill(state.setting);
      isOnCall = call !== null && call.endedAt === null;
      form.element.hidden = isOnCall;
      onCall.hidden = !isOnCall;
      if (isOnCall !== (main.dataset['state'] === 'on-call') || before === null) showMain(main, isOnCall);
      if (call !== null) setText(party, numberText(call.to));
      setText(typed, call?.endedAt === null ? call.typed : '');
      keypad.setListening(call !== null && takesKeys(call));
      transcript.draw(state, before);
    },
    tick: ({ call }, now) => {
      if (call !== null) setText(status, statusOf(call, now));
      transcript.tick(call, now);
    },
  };
}

/** Whether a key pressed now counts. */
function takesKeys(call: PageCall): boolean {
  return call.endedAt === null && call.isListening;
}

function statusOf(call: PageCall, now: number): string {
  if (!call.isAnswered) return 'Ringing…';
  const state = call.isListening
    ? 'waiting for your keys'
    : call.speaking === null
      ? 'one moment…'
      : 'speaking';
  return `${durationText(now - call.startedAt)} · ${state}`;
}

function showMain(main: HTMLButtonElement, isOnCall: boolean): void {
  main.dataset['state'] = isOnCall ? 'on-call' : 'idle';
  main.replaceChildren(
    icon(isOnCall ? ICONS.hangUp : ICONS.call),
    isOnCall ? 'Hang up' : 'Call',
    h('kbd', {}, isOnCall ? 'Esc' : 'Enter'),
  );
}

interface DialForm {
  readonly element: HTMLFormElement;
  readonly fill: (setting: PageState['setting']) => void;
  readonly numbers: () => { readonly from: string; readonly to: string };
}

function createDialForm(): DialForm {
  const field = (id: string, attributes: Readonly<Record<string, string>>): HTMLInputElement =>
    h('input', { id, attributes: { autocomplete: 'off', spellcheck: 'false', ...attributes } });
  const from = field('from', { list: 'own-numbers' });
  const to = field('to', { inputmode: 'tel' });
  const numbers = OWN_NUMBERS.map((value) => h('option', { attributes: { value } }));
  const label = (id: string, text: string): HTMLLabelElement => h('label', { attributes: { for: id } }, text);
  return {
    element: h(
      'form',
      { class: 'dial-form' },
      h('div', { class: 'field' }, label('from', 'From'), from),
      h('div', { class: 'field' }, label('to', 'To'), to),
      h('datalist', { id: 'own-numbers' }, ...numbers),
    ),
    fill: ({ ownNumber, ivrNumber }) => {
      from.value = numberText(ownNumber);
      to.value = numberText(ivrNumber);
    },
    numbers: () => ({ from: from.value, to: to.value }),
  };
}

interface KeyboardActs {
  readonly press: (key: string) => void;
  readonly act: () => void;
  readonly isOnCall: () => boolean;
}

/** Digits press keys, Enter calls, Escape hangs up; where somebody writes or uses a control, keys mean what they mean there. */
function createKeyboard({ press, act, isOnCall }: KeyboardActs): PhonePanel['onKey'] {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.key === 'Escape' && isOnCall()) return act();
    if (isIn(event.target, 'input, textarea, select')) return;
    if (/^[0-9*#]$/.test(event.key)) return press(event.key);
    const isControl = isIn(event.target, 'button, a, summary');
    if (event.key === 'Enter' && !isControl && !isOnCall()) act();
  };
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
