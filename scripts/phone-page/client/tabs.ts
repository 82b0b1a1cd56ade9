import { button, h } from './dom';
import type { Panel } from './panel';

interface Tab {
  readonly id: string;
  readonly label: string;
  readonly panel: Panel;
}

/** Tabs of which one is shown; the address remembers which. */
export interface Tabs extends Panel {
  /** The row of buttons. */
  readonly list: HTMLElement;
  readonly shown: () => string;
  readonly show: (id: string) => void;
}

/** Tabs after the pattern that screen readers know (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/). */
export function createTabs(tabs: readonly Tab[]): Tabs {
  const buttons = tabs.map(({ id, label }) =>
    button(
      {
        id: `tab-${id}`,
        class: 'tab',
        attributes: { role: 'tab', 'aria-controls': id },
        onClick: () => choose(id),
      },
      label,
    ),
  );
  const panels = tabs.map(panelOf);
  const list = h(
    'div',
    { class: 'tabs', attributes: { role: 'tablist', 'aria-label': 'Views' } },
    ...buttons,
  );
  let shown = '';
  const show = (wanted: string): void => {
    shown = tabs.some(({ id }) => id === wanted) ? wanted : (tabs[0]?.id ?? '');
    tabs.forEach(({ id }, index) => {
      const isShown = id === shown;
      buttons[index]?.setAttribute('aria-selected', String(isShown));
      buttons[index]?.setAttribute('tabindex', isShown ? '0' : '-1');
      if (panels[index]) panels[index].hidden = !isShown;
    });
  };
  const choose = (id: string): void => {
    history.replaceState(null, '', `#${id}`);
    show(id);
  };
  list.addEventListener('keydown', ({ key }) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0;
    const index = tabs.findIndex(({ id }) => id === shown) + by;
    const next = tabs[(index + tabs.length) % tabs.length];
    if (by === 0 || next === undefined) return;
    choose(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  });
  window.addEventListener('hashchange', () => show(location.hash.slice(1)));
  show(location.hash.slice(1));
  return {
    element: h('div', { class: 'views' }, ...panels),
    list,
    shown: () => shown,
    show: choose,
    draw: (state, before) => {
      for (const { panel } of tabs) panel.draw(state, before);
    },
    tick: (state, now) => {
      for (const { panel } of tabs) panel.tick?.(state, now);
    },
  };
}

function panelOf({ id, panel }: Tab): HTMLElement {
  const attributes = { role: 'tabpanel', 'aria-labelledby': `tab-${id}` };
  return h('section', { id, class: 'tab-panel', attributes }, panel.element);
}
