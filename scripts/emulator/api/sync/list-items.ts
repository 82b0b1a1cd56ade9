import type { JsonObject } from '../../../../studio/model/json';
import type { SyncMap, SyncMapItem } from '../../entities/sync-service';
import type { Answer } from '../answers';
import type { ApiContext } from '../context';
import { pageV2 } from '../paging';
import type { ApiRequest } from '../product';
import { invalidParameter, refused } from './errors';
import { PAGE_SIZE } from './limits';
import { isExpired } from './objects';
import { mayRead } from './rates';

/**
 * A page of a map's items, in the order of their keys (https://www.twilio.com/docs/sync/api/map-item-resource). Not public:
 * which order that is beyond ASCII; ours is that of UTF-16.
 */
export function listItems(
  request: ApiRequest,
  context: ApiContext,
  map: SyncMap,
  format: (item: SyncMapItem) => JsonObject,
): Answer {
  const order = request.query.optional('Order') ?? 'asc';
  if (order !== 'asc' && order !== 'desc') return invalidParameter('Order');
  const bounds = request.query.optional('Bounds') ?? 'inclusive';
  if (bounds !== 'inclusive' && bounds !== 'exclusive') return invalidParameter('Bounds');
  if (!mayRead(map, context)) return refused('rate');
  const from = request.query.optional('From');
  const items = [...map.items.values()]
    .filter((item) => !isExpired(item, context))
    .sort((one, other) => compare(one.key, other.key, order))
    .filter(({ key }) => from === undefined || isWithin(compare(key, from, order), bounds));
  return pageV2(request, {
    key: 'items',
    items: items.map((item) => ({ sid: item.key, item })),
    format: ({ item }) => format(item),
    maximumPageSize: PAGE_SIZE,
  });
}

function isWithin(distance: number, bounds: 'inclusive' | 'exclusive'): boolean {
  return bounds === 'inclusive' ? distance >= 0 : distance > 0;
}

function compare(one: string, other: string, order: 'asc' | 'desc'): number {
  const distance = one < other ? -1 : Number(one > other);
  return order === 'asc' ? distance : -distance;
}
