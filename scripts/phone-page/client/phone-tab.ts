import { createCanvas } from './canvas';
import { h } from './dom';
import { createFunctionsPanel } from './functions-panel';
import { createMessagesPanel } from './messages-panel';
import type { Panel, Send } from './panel';
import { createPhonePanel } from './phone-panel';
import { createVariablesPanel } from './variables-panel';
import type { Voice } from './voice';

/** The tab with the phone. */
export interface PhoneTab extends Panel {
  readonly onKey: (event: KeyboardEvent) => void;
}

/** The phone, its messages, and the flow with the call in it. */
export function createPhoneTab(send: Send, voice: Voice): PhoneTab {
  const phone = createPhonePanel(send, voice);
  const panels: readonly Panel[] = [
    phone,
    createMessagesPanel(send),
    createFunctionsPanel(),
    createCanvas(send),
    createVariablesPanel(),
  ];
  return {
    element: h('div', { class: 'phone-tab' }, ...panels.map(({ element }) => element)),
    onKey: phone.onKey,
    draw: (state, before) => {
      for (const panel of panels) panel.draw(state, before);
    },
    tick: (state, now) => {
      for (const panel of panels) panel.tick?.(state, now);
    },
  };
}
