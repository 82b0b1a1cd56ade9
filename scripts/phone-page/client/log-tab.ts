import type { LogRow } from '../model/page-state';
import { button, h, setText } from './dom';
import { factsList } from './facts-list';
import type { Panel } from './panel';
import { statusText, timeText } from './words';

const KINDS: Readonly<Record<LogRow['kind'], string>> = {
  call: 'Call',
  text: 'Text',
  verification: 'Verification',
  function: 'Function',
  request: 'API',
};

/** Everything that happened, newest first; a row opens to its details. */
export function createLogTab(): Panel {
  const list = h('ol', { class: 'log' });
  const count = h('p', { class: 'log-count', attributes: { role: 'status' } });
  const filter = h('input', {
    id: 'log-filter',
    attributes: { type: 'search', placeholder: 'Filter: verify, 429, approved…', autocomplete: 'off' },
  });
  const rows = new Map<string, { readonly row: LogRow; readonly item: HTMLElement }>();
  let kind: LogRow['kind'] | null = null;
  const sift = (): void => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, item } of rows.values()) {
      const text = searchText(row);
      item.hidden = (kind !== null && row.kind !== kind) || !words.every((word) => text.includes(word));
      if (!item.hidden) shown += 1;
    }
    setText(count, rows.size === 0 ? 'Nothing has happened yet. Make a call.' : `${shown} of ${rows.size}`);
  };
  filter.addEventListener('input', sift);
  const kinds = kindButtons((next) => {
    kind = next;
    sift();
  });
  return {
    element: h(
      'div',
      { class: 'log-tab' },
      h('h2', { class: 'visually-hidden' }, 'Log'),
      h(
        'div',
        { class: 'log-tools' },
        h('label', { class: 'visually-hidden', attributes: { for: 'log-filter' } }, 'Filter'),
        filter,
        kinds,
        count,
      ),
      list,
    ),
    draw: ({ log }, before) => {
      if (log === before?.log) return;
      const wanted = new Set(log.map(({ id }) => id));
      for (const [id, { item }] of rows) {
        if (wanted.has(id)) continue;
        item.remove();
        rows.delete(id);
      }
      // From the oldest on, so that each new one comes before all that are there.
      for (const row of [...log].reverse()) update(row, rows, list);
      sift();
    },
  };
}

function update(
  row: LogRow,
  rows: Map<string, { readonly row: LogRow; readonly item: HTMLElement }>,
  list: HTMLElement,
): void {
  const shown = rows.get(row.id);
  if (shown?.row === row) return;
  const item = itemOf(row);
  if (shown === undefined) list.prepend(item);
  else {
    const isOpen = shown.item.querySelector('details')?.open === true;
    shown.item.replaceWith(item);
    item.querySelector('details')?.toggleAttribute('open', isOpen);
  }
  rows.set(row.id, { row, item });
}

function itemOf(row: LogRow): HTMLElement {
  const { milliseconds } = row;
  return h(
    'li',
    { class: 'log-row' },
    h(
      'details',
      {},
      h(
        'summary',
        {},
        h('time', { class: 'number' }, timeText(row.at)),
        h('span', { class: `kind ${row.kind}` }, KINDS[row.kind]),
        h('span', { class: 'log-title' }, row.title),
        h('span', { class: `pill ${row.tone}` }, statusText(row.status)),
        h('span', { class: 'number took' }, milliseconds === null ? '' : tookText(milliseconds)),
      ),
      factsList(row.details),
    ),
  );
}

function tookText(milliseconds: number): string {
  return milliseconds < 10_000 ? `${Math.round(milliseconds)} ms` : `${Math.round(milliseconds / 1000)} s`;
}

function searchText({ kind, title, status, details }: LogRow): string {
  const facts = details.map(({ name, value }) => `${name} ${value}`);
  return [KINDS[kind], title, status, statusText(status), ...facts].join(' ').toLowerCase();
}

function kindButtons(onChoice: (kind: LogRow['kind'] | null) => void): HTMLElement {
  const choices: readonly (readonly [LogRow['kind'] | null, string])[] = [
    [null, 'All'],
    ['call', 'Calls'],
    ['text', 'Texts'],
    ['verification', 'Verifications'],
    ['function', 'Functions'],
    ['request', 'API'],
  ];
  const buttons = choices.map(([kind, label]) =>
    button(
      { class: 'chip', attributes: { 'aria-pressed': String(kind === null) }, onClick: () => choose(kind) },
      label,
    ),
  );
  const choose = (kind: LogRow['kind'] | null): void => {
    choices.forEach(([one], index) => buttons[index]?.setAttribute('aria-pressed', String(one === kind)));
    onChoice(kind);
  };
  return h('div', { class: 'chips', attributes: { role: 'group', 'aria-label': 'Show' } }, ...buttons);
}
