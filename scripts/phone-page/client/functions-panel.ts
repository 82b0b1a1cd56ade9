import type { FunctionRequest } from '../model/page-state';
import { h } from './dom';
import { factsList } from './facts-list';
import type { Panel } from './panel';

/** What the flow asked the Functions, newest first, and what they answered. */
export function createFunctionsPanel(): Panel {
  const list = h('ol', { class: 'requests' });
  const empty = h('p', { class: 'hint' }, 'Requests of the flow to the Functions.');
  return {
    element: h(
      'section',
      { class: 'card functions-panel', attributes: { 'aria-labelledby': 'functions-title' } },
      h('h2', { id: 'functions-title' }, 'Functions'),
      h(
        'div',
        {
          class: 'scroll',
          attributes: { tabindex: '0', role: 'group', 'aria-label': 'Requests, newest first' },
        },
        empty,
        list,
      ),
    ),
    draw: ({ call }, before) => {
      const requests = call?.requests ?? [];
      if (requests === before?.call?.requests) return;
      empty.hidden = requests.length > 0;
      list.replaceChildren(
        ...requests.map((request, index) => item(request, index === requests.length - 1)).reverse(),
      );
    },
  };
}

function item(
  { method, path, status, milliseconds, parameters, answer }: FunctionRequest,
  isOpen: boolean,
): HTMLElement {
  const tone = status === 200 ? 'good' : 'bad';
  const details = h(
    'details',
    {},
    h(
      'summary',
      {},
      h('span', { class: 'request-name' }, `${method} ${path}`),
      h('span', { class: `pill ${tone}` }, status === null ? 'no answer' : String(status)),
      h('span', { class: 'number' }, `${Math.round(milliseconds)} ms`),
    ),
    h('h3', {}, 'asked'),
    factsList(parameters),
    h('h3', {}, 'answered'),
    factsList(answer),
  );
  details.open = isOpen;
  return h('li', { class: 'request' }, details);
}
