import type { TextMessage } from '../model/page-state';
import { button, h, icon, setText } from './dom';
import { ICONS } from './icons';
import type { Panel, Send } from './panel';
import { numberText, timeText } from './words';

const CHANNELS: Readonly<Record<string, string>> = { sms: 'SMS', whatsapp: 'WhatsApp', call: 'Call' };

/** The texts on the caller's phone. */
export function createMessagesPanel(send: Send): Panel {
  const list = h('ol', {
    class: 'messages',
    attributes: { tabindex: '0', 'aria-label': 'Messages, newest first' },
  });
  const empty = h('p', { class: 'hint' }, 'Codes arrive here.');
  return {
    element: h(
      'section',
      { class: 'card messages-panel', attributes: { 'aria-labelledby': 'messages-title' } },
      h('h2', { id: 'messages-title' }, 'Messages'),
      empty,
      list,
    ),
    draw: ({ messages, call }, before) => {
      if (messages !== before?.messages) {
        empty.hidden = messages.length > 0;
        const known = before?.messages.length ?? 0;
        const isMore = known > 0 && messages.at(-1) === before?.messages.at(-1);
        const fresh = isMore ? messages.slice(0, messages.length - known) : messages;
        if (!isMore) list.replaceChildren();
        list.prepend(...fresh.map((message) => bubble(message, send)));
      }
      const isOnCall = call?.endedAt === null;
      for (const keyIn of list.querySelectorAll<HTMLButtonElement>('.key-in')) keyIn.disabled = !isOnCall;
    },
  };
}

function bubble(message: TextMessage, send: Send): HTMLElement {
  const { from, to, channel, body, at, code } = message;
  const head = `${CHANNELS[channel] ?? channel} to ${numberText(to.replace('whatsapp:', ''))}`;
  return h(
    'li',
    { class: 'message' },
    h('p', { class: 'message-head' }, h('strong', {}, numberText(from)), h('time', {}, timeText(at))),
    h('p', { class: 'message-body' }, body),
    ...(code === '' ? [] : [codeRow(code, send)]),
    h('p', { class: 'message-foot' }, head),
  );
}

function codeRow(code: string, send: Send): HTMLElement {
  const word = h('span', { class: 'copy-word', attributes: { role: 'status' } });
  const copy = button(
    { class: 'code', attributes: { title: 'Copy' } },
    h('span', { class: 'visually-hidden' }, 'Copy the code '),
    h('span', { class: 'code-digits' }, code),
    icon(ICONS.copy),
    word,
  );
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(code).then(
      () => setText(word, 'Copied'),
      () => setText(word, 'Not allowed'),
    );
  });
  const keyIn = button(
    { class: 'soft-button key-in', onClick: () => void send({ kind: 'press', keys: `${code}#` }) },
    icon(ICONS.keys),
    'Key it in',
  );
  return h('div', { class: 'code-row' }, copy, keyIn);
}
