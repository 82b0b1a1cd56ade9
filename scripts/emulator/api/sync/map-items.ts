import type { JsonObject } from '../../../../studio/model/json';
import type { SyncMap, SyncMapItem, SyncService } from '../../entities/sync-service';
import { type Answer, created, noContent } from '../answers';
import type { ApiContext } from '../context';
import type { ApiRequest, Route } from '../product';
import { conditionProblem, newRecord, noteChange } from './changes';
import { refused } from './errors';
import { findItem, withItem, withMap } from './find';
import { formatRecord, shown } from './format';
import { listItems } from './list-items';
import { readItemChange } from './read-item-change';
import { NAME_LENGTH } from './limits';
import { mayRead, mayWrite } from './rates';

const path = '/v1/Services/{ServiceSid}/Maps/{MapSid}/Items';

/**
 * The Map Item resource (https://www.twilio.com/docs/sync/api/map-item-resource). `Ttl` is another name of `ItemTtl`;
 * `CollectionTtl` sets when the whole map expires, counted from now.
 */
export const mapItemRoutes: readonly Route[] = [
  { method: 'POST', path, handle: withMap('MapSid', createItem) },
  {
    method: 'GET',
    path,
    handle: withMap('MapSid', (request, context, map, service) =>
      listItems(request, context, map, (item) => format(item, map, service, context)),
    ),
  },
  { method: 'GET', path: `${path}/{Key}`, handle: withItem(fetchItem) },
  { method: 'POST', path: `${path}/{Key}`, handle: withItem(updateItem) },
  { method: 'DELETE', path: `${path}/{Key}`, handle: withItem(deleteItem) },
];

function createItem({ form }: ApiRequest, context: ApiContext, map: SyncMap, service: SyncService): Answer {
  const key = form.text('Key');
  if (key === '' || key.length > NAME_LENGTH) return refused('key');
  const change = readItemChange(form);
  if (change.kind === 'refused') return refused(change.reason);
  const { data, itemTtl, collectionTtl } = change.value;
  if (data === null) return refused('itemData');
  if (!mayWrite(map, context, data.bytes)) return refused('rate');
  if (findItem(map, key, context) !== undefined) return refused('keyTaken');
  const now = context.clock.now();
  const item: SyncMapItem = { key, data: data.data, ...newRecord(itemTtl, now) };
  map.items.set(key, item);
  noteChange(map, collectionTtl, now);
  return shown(format(item, map, service, context), item, created);
}

function fetchItem(
  _request: ApiRequest,
  context: ApiContext,
  item: SyncMapItem,
  map: SyncMap,
  service: SyncService,
): Answer {
  if (!mayRead(map, context)) return refused('rate');
  return shown(format(item, map, service, context), item);
}

/**
 * The whole data is replaced. `CollectionTtl` "can only be used" with data or a TTL of the item
 * (https://www.twilio.com/docs/sync/api/map-item-resource). Not public: the error when it comes alone.
 */
function updateItem(
  request: ApiRequest,
  context: ApiContext,
  item: SyncMapItem,
  map: SyncMap,
  service: SyncService,
): Answer {
  const change = readItemChange(request.form);
  if (change.kind === 'refused') return refused(change.reason);
  const { data, itemTtl, collectionTtl } = change.value;
  if (data === null && itemTtl === null) return refused('noParameters');
  if (!mayWrite(map, context, data?.bytes)) return refused('rate');
  const problem = conditionProblem(request, item, 'itemRevision');
  if (problem !== null) return refused(problem);
  const now = context.clock.now();
  if (data !== null) item.data = data.data;
  noteChange(item, itemTtl, now);
  noteChange(map, collectionTtl, now);
  return shown(format(item, map, service, context), item);
}

function deleteItem(request: ApiRequest, context: ApiContext, item: SyncMapItem, map: SyncMap): Answer {
  if (!mayWrite(map, context)) return refused('rate');
  const problem = conditionProblem(request, item, 'itemRevision');
  if (problem !== null) return refused(problem);
  map.items.delete(item.key);
  noteChange(map, null, context.clock.now());
  return noContent();
}

function format(item: SyncMapItem, map: SyncMap, service: SyncService, { store }: ApiContext): JsonObject {
  const base = `https://sync.twilio.com/v1/Services/${service.sid}/Maps/${map.sid}`;
  return {
    key: item.key,
    account_sid: store.account.sid,
    service_sid: service.sid,
    map_sid: map.sid,
    data: item.data,
    ...formatRecord(item),
    url: `${base}/Items/${encodeURIComponent(item.key)}`,
  };
}
