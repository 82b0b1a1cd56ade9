import type { FeedItem } from '../../../../scripts/phone-page/server/feed';
import { createFeed } from '../../../../scripts/phone-page/server/feed';
import { EMPTY, row } from '../page-states';

function filled(changes: number) {
  const feed = createFeed('run', EMPTY);
  for (let count = 1; count <= changes; count += 1) feed.tell({ kind: 'logged', row: row(`row ${count}`) });
  return feed;
}

function seen(feed: ReturnType<typeof filled>, lastId: string | null): FeedItem[] {
  const items: FeedItem[] = [];
  feed.watch(lastId, (item) => items.push(item));
  return items;
}

describe('Feed', () => {
  test('begins with the whole state', () => {
    const feed = filled(2);
    expect(seen(feed, null)).toEqual([{ id: 'run.2', event: 'snapshot', data: feed.state() }]);
  });

  test('resumes after the last change that was seen', () => {
    expect(seen(filled(3), 'run.1').map(({ id, event }) => [id, event])).toEqual([
      ['run.2', 'change'],
      ['run.3', 'change'],
    ]);
  });

  test('sends nothing again to somebody who missed nothing', () => {
    expect(seen(filled(3), 'run.3')).toEqual([]);
  });

  test.each(['other.1', 'run.99', 'nonsense', 'run.1'])(
    'sends the whole state after %s, which it does not have',
    (id) => {
      expect(seen(filled(2000), id).map(({ event }) => event)).toEqual(['snapshot']);
    },
  );

  test('tells of changes until the watcher stops', () => {
    const feed = filled(0);
    const items: FeedItem[] = [];
    const stop = feed.watch(null, (item) => items.push(item));
    feed.tell({ kind: 'flows', version: 1 });
    stop();
    feed.tell({ kind: 'flows', version: 2 });
    expect(items.map(({ event }) => event)).toEqual(['snapshot', 'change']);
  });
});
