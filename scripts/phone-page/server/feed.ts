import { createListeners } from '../../emulator/listeners';
import type { PageChange } from '../model/page-change';
import { applyChange } from '../model/page-change';
import type { PageState } from '../model/page-state';

/** Something for a browser: the whole state, or what changed in it. `id` is what it sends back when it reconnects. */
export interface FeedItem {
  readonly id: string;
  readonly event: 'snapshot' | 'change';
  readonly data: PageState | PageChange;
}

/** The page's state, and whoever watches it. */
export interface Feed {
  readonly state: () => PageState;
  readonly tell: (change: PageChange) => void;
  /**
   * First what was missed since the item `lastId`, or, where that cannot be known, everything; then each change, at once.
   * Call the answer to stop.
   */
  readonly watch: (lastId: string | null, onItem: (item: FeedItem) => void) => () => void;
}

/** Changes that are kept for browsers that lost the connection; more than a long call has. */
const KEPT = 1000;

/** A feed whose items carry `run`, so that a browser's number from an earlier `npm start` means nothing. */
export function createFeed(run: string, start: PageState): Feed {
  const listeners = createListeners<FeedItem>();
  const kept: FeedItem[] = [];
  let state = start;
  let count = 0;
  const idOf = (number: number): string => `${run}.${number}`;
  const missedSince = (lastId: string | null): readonly FeedItem[] | null => {
    if (lastId === idOf(count)) return [];
    const index = kept.findIndex(({ id }) => id === lastId);
    return index < 0 ? null : kept.slice(index + 1);
  };
  return {
    state: () => state,
    tell: (change) => {
      state = applyChange(state, change);
      count += 1;
      const item: FeedItem = { id: idOf(count), event: 'change', data: change };
      kept.push(item);
      if (kept.length > KEPT) kept.shift();
      listeners.tell(item);
    },
    watch: (lastId, onItem) => {
      const items = missedSince(lastId) ?? [{ id: idOf(count), event: 'snapshot' as const, data: state }];
      items.forEach(onItem);
      return listeners.add(onItem);
    },
  };
}
