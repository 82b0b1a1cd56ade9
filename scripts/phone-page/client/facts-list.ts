import type { Fact } from '../model/page-state';
import { h } from './dom';

/** Names and values in two columns; the ones that are new, or have another value than `before`, light up for a moment. */
export function factsList(facts: readonly Fact[], before: readonly Fact[] = facts): HTMLElement {
  const known = new Map(before.map(({ name, value }) => [name, value]));
  return h(
    'dl',
    { class: 'facts' },
    ...facts.map(({ name, value }) => {
      const isNew = known.get(name) !== value;
      return h(
        'div',
        { class: isNew ? 'fact new' : 'fact' },
        h('dt', {}, name),
        h('dd', {}, value === '' ? '–' : value),
      );
    }),
  );
}

/** The same, under the path that names have in common: `language` below `flow.variables`. */
export function factGroups(facts: readonly Fact[], before: readonly Fact[]): HTMLElement {
  const paths = [...new Set(facts.map(pathOf))];
  return h(
    'div',
    { class: 'fact-groups' },
    ...paths.map((path) => {
      const own = (list: readonly Fact[]): Fact[] =>
        list.filter((fact) => pathOf(fact) === path).map((fact) => withoutPath(fact, path));
      return h('section', { class: 'fact-group' }, h('h3', {}, path), factsList(own(facts), own(before)));
    }),
  );
}

function pathOf({ name }: Fact): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('.')));
}

function withoutPath({ name, value }: Fact, path: string): Fact {
  return { name: path === '' ? name : name.slice(path.length + 1), value };
}
