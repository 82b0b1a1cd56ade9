/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { PageState } from '../model/page-state';
import { createAnnouncer } from './announcer';
import { createBar } from './bar';
import { createBreakTab } from './break-tab';
import { connect, createSend } from './connection';
import { h } from './dom';
import { createLogTab } from './log-tab';
import type { Panel } from './panel';
import { createPhoneTab } from './phone-tab';
import { createTabs } from './tabs';
import { createVoice } from './voice';

/** Times a second that time is shown; a word is said in a quarter of one. */
const TICKS_PER_SECOND = 8;

/** Puts the page together and keeps it up to date. */
function start(root: HTMLElement): void {
  const send = createSend();
  const voice = createVoice();
  const phone = createPhoneTab(send, voice);
  const tabs = createTabs([
    { id: 'phone', label: 'Phone', panel: phone },
    { id: 'log', label: 'Log', panel: createLogTab() },
    { id: 'break', label: 'Break something', panel: createBreakTab(send, () => tabs.show('phone')) },
  ]);
  const bar = createBar(tabs.list, voice.element);
  const announcer = createAnnouncer();
  const panels: readonly Panel[] = [bar, tabs, voice, announcer];
  root.replaceChildren(bar.element, h('main', {}, tabs.element), announcer.element);
  document.addEventListener('keydown', (event) => {
    if (tabs.shown() === 'phone') phone.onKey(event);
  });

  let state: PageState | null = null;
  let drawn: PageState | null = null;
  const draw = (): void => {
    if (state === null || state === drawn) return;
    const [next, before] = [state, drawn];
    drawn = next;
    for (const panel of panels) panel.draw(next, before);
  };
  connect((next) => {
    if (state === drawn) requestAnimationFrame(draw);
    state = next;
  }, bar.setConnected);
  setInterval(() => {
    // A hidden document gets no frames, and still shows the right title.
    draw();
    const now = Date.now() + (drawn?.clock.ahead ?? 0);
    if (drawn !== null) for (const panel of panels) panel.tick?.(drawn, now);
  }, 1000 / TICKS_PER_SECOND);
}

const root = document.getElementById('app');
if (root !== null) start(root);
