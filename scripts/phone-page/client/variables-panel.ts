import type { Fact, PageCall } from '../model/page-state';
import { h } from './dom';
import { factGroups } from './facts-list';
import type { Panel } from './panel';

const NONE: readonly Fact[] = [];

/** The variables of the flow that runs. */
export function createVariablesPanel(): Panel {
  const empty = h('p', { class: 'hint' }, 'What the flow knows, as it learns it.');
  const holder = h('div', {
    class: 'scroll',
    attributes: { tabindex: '0', role: 'group', 'aria-label': 'Names and values' },
  });
  holder.append(empty);
  return {
    element: h(
      'section',
      { class: 'card variables-panel', attributes: { 'aria-labelledby': 'variables-title' } },
      h('h2', { id: 'variables-title' }, 'Variables'),
      holder,
    ),
    draw: ({ call }, before) => {
      const variables = call?.variables ?? NONE;
      if (variables === before?.call?.variables) return;
      const earlier = earlierOf(call, before?.call ?? null);
      holder.replaceChildren(variables.length === 0 ? empty : factGroups(variables, earlier));
    },
  };
}

/** What to compare with, so that what is new lights up: nothing does on a page that was just opened. */
function earlierOf(call: PageCall | null, before: PageCall | null): readonly Fact[] {
  return before !== null && before.sid === call?.sid ? before.variables : (call?.variables ?? NONE);
}
