import { html } from '../html.private';
import type { Html } from '../html.private';

/** Outlines on a square of 24, drawn for these pages. */
const PICTURES = {
  phone: [
    'M8 2.75h8a2 2 0 0 1 2 2v14.5a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V4.750a2 2 0 0 1 2-2z',
    'M10.750 18.25h2.5',
  ],
  message: [
    'M4 5.250h16v11.500h-8.250L7.250 20.250v-3.500H4z',
    'M8.500 11h.01',
    'M12 11h.01',
    'M15.500 11h.01',
  ],
  check: ['M4.750 12.750l4.750 4.750L19.250 7.250'],
  clock: ['M12 3.250a8.750 8.750 0 1 1 0 17.500a8.750 8.750 0 1 1 0-17.500z', 'M12 7.500V12l3 2'],
  lock: ['M5.750 10.750h12.500v9H5.750z', 'M8.250 10.500V7.500a3.750 3.750 0 0 1 7.500 0v3'],
  note: ['M12 3.250a8.750 8.750 0 1 1 0 17.500a8.750 8.750 0 1 1 0-17.500z', 'M12 11.250v5', 'M12 7.750h.01'],
} as const;

/** What a page is about, for the eye. */
export type Mark = keyof typeof PICTURES;

/** The picture beside a heading; nothing that the heading does not say. */
export function picture(mark: Mark): Html {
  return html`<span class="mark" aria-hidden="true"
    ><svg viewBox="0 0 24 24">${PICTURES[mark].map((d) => html`<path d="${d}" />`)}</svg></span
  >`;
}
