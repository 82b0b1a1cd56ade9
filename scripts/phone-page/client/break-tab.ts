import type { BreakageView, PageState } from '../model/page-state';
import { button, h, icon } from './dom';
import { ICONS } from './icons';
import type { Panel, Send } from './panel';

/** Switches for what can go wrong, and what should be heard then. */
export function createBreakTab(send: Send, onCall: () => void): Panel {
  const groups = h('div', { class: 'breakages' });
  const numbers = { from: '', to: '' };
  const callAgain = button({ class: 'main-button small' }, icon(ICONS.call), 'Call again');
  callAgain.addEventListener('click', () => {
    onCall();
    void send({ kind: 'dial', ...numbers });
  });
  const mend = button({ class: 'soft-button' }, 'Mend everything');
  let breakages: readonly BreakageView[] = [];
  mend.addEventListener('click', () => {
    for (const { id, isOn } of breakages) if (isOn) void send({ kind: 'break', id, isOn: false });
  });
  return {
    element: h(
      'div',
      { class: 'break-tab' },
      h(
        'div',
        { class: 'break-head' },
        h(
          'div',
          {},
          h('h2', {}, 'Break something'),
          h('p', { class: 'lead' }, 'Switch a trouble on, call again, and hear what a caller would.'),
        ),
        h('div', { class: 'break-acts' }, mend, callAgain),
      ),
      groups,
    ),
    draw: (state, before) => {
      Object.assign(numbers, numbersOf(state));
      callAgain.disabled = state.call?.endedAt === null;
      if (state.breakages === before?.breakages) return;
      breakages = state.breakages;
      mend.disabled = !breakages.some(({ isOn }) => isOn);
      if (before === null || groups.childElementCount === 0)
        groups.replaceChildren(...groupsOf(breakages, send));
      for (const { id, isOn } of breakages) {
        document.getElementById(`break-${id}`)?.setAttribute('aria-checked', String(isOn));
      }
    },
  };
}

/** Whoever called last calls again. */
function numbersOf({ call, setting }: PageState): { readonly from: string; readonly to: string } {
  return { from: call?.from ?? setting.ownNumber, to: call?.to ?? setting.ivrNumber };
}

function groupsOf(breakages: readonly BreakageView[], send: Send): HTMLElement[] {
  const names = [...new Set(breakages.map(({ group }) => group))];
  return names.map((name) =>
    h(
      'section',
      { attributes: { 'aria-label': name } },
      h('h3', { class: 'group-name' }, name),
      h(
        'ul',
        { class: 'breakage-list' },
        ...breakages.filter(({ group }) => group === name).map((breakage) => item(breakage, send)),
      ),
    ),
  );
}

function item({ id, name, does, hears, isOn }: BreakageView, send: Send): HTMLElement {
  const element = button({
    id: `break-${id}`,
    class: 'switch',
    attributes: {
      role: 'switch',
      'aria-checked': String(isOn),
      'aria-labelledby': `name-${id}`,
      'aria-describedby': `does-${id}`,
    },
  });
  element.append(h('span', { class: 'knob' }));
  element.addEventListener('click', () => {
    void send({ kind: 'break', id, isOn: element.getAttribute('aria-checked') !== 'true' });
  });
  return h(
    'li',
    { class: 'card breakage' },
    h('div', { class: 'breakage-head' }, h('h4', { id: `name-${id}` }, name), element),
    h('p', { id: `does-${id}` }, does),
    h('p', { class: 'hears' }, h('span', { class: 'hears-word' }, 'You hear '), h('q', {}, `…${hears}…`)),
  );
}
