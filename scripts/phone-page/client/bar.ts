import { button, h, icon, setText } from './dom';
import { ICONS } from './icons';
import type { Panel } from './panel';

/** The bar on top. */
export interface Bar extends Panel {
  readonly setConnected: (isConnected: boolean) => void;
}

const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
const THEME_ICONS = { auto: ICONS.auto, light: ICONS.sun, dark: ICONS.moon } as const;

/** Name, tabs, what is broken at the moment, sound, light or dark. */
export function createBar(tabs: HTMLElement, sound: HTMLElement): Bar {
  const broken = h('a', { class: 'pill bad broken', attributes: { href: '#break' } });
  const lost = h('p', { class: 'lost', attributes: { role: 'status' } });
  broken.hidden = true;
  lost.hidden = true;
  const brand = h(
    'h1',
    { class: 'brand' },
    h('img', { attributes: { src: '/icon.svg', alt: '', width: '24', height: '24' } }),
    h('span', { class: 'brand-name' }, 'Phone verification'),
    h('span', { class: 'brand-place' }, 'local Twilio'),
  );
  return {
    element: h(
      'header',
      { class: 'bar' },
      brand,
      tabs,
      broken,
      h('div', { class: 'bar-tools' }, sound, themeButton()),
      lost,
    ),
    setConnected: (isConnected) => {
      lost.hidden = isConnected;
      setText(lost, isConnected ? '' : 'No connection: npm start has ended or is busy. Trying again…');
    },
    draw: ({ breakages }, before) => {
      if (breakages === before?.breakages) return;
      const on = breakages.filter(({ isOn }) => isOn);
      broken.hidden = on.length === 0;
      setText(broken, on.length === 1 ? (on[0]?.name ?? '') : `${on.length} things are broken`);
    },
  };
}

function themeButton(): HTMLButtonElement {
  let theme = readTheme();
  const element = button({ class: 'quiet-button theme' });
  const show = (): void => {
    document.documentElement.dataset['theme'] = theme;
    const words = { auto: 'as the system', light: 'light', dark: 'dark' }[theme];
    element.replaceChildren(icon(THEME_ICONS[theme]));
    element.setAttribute('aria-label', `Colours: ${words}`);
    element.title = `Colours: ${words}`;
  };
  element.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
    localStorage.setItem('theme', theme);
    show();
  });
  show();
  return element;
}

function readTheme(): Theme {
  const kept = localStorage.getItem('theme');
  return THEMES.find((theme) => theme === kept) ?? 'auto';
}
