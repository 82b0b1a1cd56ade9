import type { PageCall } from '../model/page-state';
import { h } from './dom';
import type { Panel } from './panel';
import { verdictOf } from './verdict';

/** Tells screen readers what the caller hears and gets, and nothing else. */
export function createAnnouncer(): Panel {
  const region = h('div', { class: 'visually-hidden', attributes: { 'aria-live': 'polite', id: 'said' } });
  const say = (text: string): void => {
    region.append(h('p', {}, text));
    while (region.childElementCount > 6) region.firstElementChild?.remove();
  };
  return {
    element: region,
    draw: ({ call, messages }, before) => {
      // What was there when the page opened is no news.
      if (before === null) return;
      const [message] = messages;
      if (message !== undefined && message !== before.messages[0]) say(`Text message: ${message.body}`);
      const news = call === null ? '' : newsOf(call, before.call);
      if (news !== '') say(news);
    },
  };
}

function newsOf(call: PageCall, before: PageCall | null): string {
  if (call.endedAt !== null && before?.endedAt === null) return verdictOf(call)?.title ?? 'The call is over.';
  const { speaking } = call;
  return speaking !== null && speaking.since !== before?.speaking?.since ? speaking.text : '';
}
