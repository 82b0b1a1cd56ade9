import type { PageState } from '../model/page-state';
import { button, h, icon, setText } from './dom';
import { ICONS } from './icons';
import type { Panel, Send } from './panel';
import { spanText, timeText } from './words';

/** How long a code is good for: what one waits for between calls. */
const LONG_WAIT = 10 * 60_000;

/** Less is over before a hand has reached the button. */
const SHORTEST_SKIP = 1500;

/** The clock, and the way over what nobody wants to wait for. */
export function createTimeControls(send: Send): Panel {
  const clock = h('time', { class: 'clock', attributes: { title: 'Time of the local Twilio' } });
  const ahead = h('span', { class: 'ahead' });
  const word = h('span', {});
  const skip = button({ class: 'soft-button skip' }, icon(ICONS.skip), word);
  const long = button(
    { class: 'soft-button', onClick: () => void send({ kind: 'skip', milliseconds: LONG_WAIT }) },
    `+${spanText(LONG_WAIT)}`,
  );
  long.title = 'Put the clock forward: codes and limits expire';
  skip.addEventListener('click', () => void send({ kind: 'skip', milliseconds: null }));
  return {
    element: h('div', { class: 'time' }, h('span', { class: 'now' }, clock, ahead), skip, long),
    draw: ({ clock: { ahead: by } }, before) => {
      if (by === before?.clock.ahead) return;
      setText(ahead, by < 1000 ? '' : `+${spanText(by)}`);
    },
    tick: (state, now) => {
      setText(clock, timeText(now));
      const left = waitOf(state, now);
      const isOnCall = state.call?.endedAt === null;
      skip.hidden = !isOnCall;
      long.hidden = isOnCall;
      skip.disabled = left === null || left < SHORTEST_SKIP;
      setText(word, skipText(state, left));
    },
  };
}

/** Milliseconds until something happens by itself; null when nothing does, or somebody is at work. */
function waitOf({ clock }: PageState, now: number): number | null {
  return clock.nextAt === null || clock.isBusy ? null : clock.nextAt - now;
}

function skipText({ clock }: PageState, left: number | null): string {
  if (clock.isBusy) return 'Function at work';
  return left === null || left < SHORTEST_SKIP ? 'Skip the wait' : `Skip ${spanText(left)}`;
}
