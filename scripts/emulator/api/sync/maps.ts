import type { JsonObject } from '../../../../studio/model/json';
import type { SyncMap, SyncService } from '../../entities/sync-service';
import { type Answer, created, noContent } from '../answers';
import type { ApiContext } from '../context';
import { pageV2 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { newRecord, noteChange, readTtl, readUniqueName } from './changes';
import { refused } from './errors';
import { withMap, withService } from './find';
import { formatRecord, shown } from './format';
import { PAGE_SIZE } from './limits';
import { addObject, findObject, listObjects, removeObject } from './objects';
import { mayCreateOrDelete, mayRead, mayWrite, unused } from './rates';

const path = '/v1/Services/{ServiceSid}/Maps';

/** The Map resource (https://www.twilio.com/docs/sync/api/map-resource). `Ttl` is another name of `CollectionTtl`. */
export const mapRoutes: readonly Route[] = [
  { method: 'POST', path, handle: withService('ServiceSid', createMap) },
  { method: 'GET', path, handle: withService('ServiceSid', listMaps) },
  { method: 'GET', path: `${path}/{Sid}`, handle: withMap('Sid', fetchMap) },
  { method: 'POST', path: `${path}/{Sid}`, handle: withMap('Sid', updateMap) },
  { method: 'DELETE', path: `${path}/{Sid}`, handle: withMap('Sid', deleteMap) },
];

function createMap({ form }: ApiRequest, context: ApiContext, service: SyncService): Answer {
  const name = readUniqueName(form);
  if (name.kind === 'refused') return refused(name.reason);
  const ttl = readTtl(form, 'CollectionTtl', 'Ttl');
  if (ttl.kind === 'refused') return refused(ttl.reason);
  if (!mayCreateOrDelete(service, context)) return refused('rate');
  const isTaken = name.value !== null && findObject(service.maps, name.value, context) !== undefined;
  if (isTaken) return refused('nameTaken');
  const now = context.clock.now();
  const map: SyncMap = {
    sid: context.ids.sid('MP'),
    uniqueName: name.value,
    items: new Map(),
    ...newRecord(ttl.value, now),
    writes: unused(now),
    reads: unused(now),
  };
  addObject(service.maps, map);
  return shown(format(map, service, context), map, created);
}

function listMaps(request: ApiRequest, context: ApiContext, service: SyncService): Answer {
  return pageV2(request, {
    key: 'maps',
    items: listObjects(service.maps, context),
    format: (map) => format(map, service, context),
    maximumPageSize: PAGE_SIZE,
  });
}

function fetchMap(_request: ApiRequest, context: ApiContext, map: SyncMap, service: SyncService): Answer {
  if (!mayRead(map, context)) return refused('rate');
  return shown(format(map, service, context), map);
}

function updateMap({ form }: ApiRequest, context: ApiContext, map: SyncMap, service: SyncService): Answer {
  const ttl = readTtl(form, 'CollectionTtl', 'Ttl');
  if (ttl.kind === 'refused') return refused(ttl.reason);
  if (ttl.value === null) return refused('noParameters');
  if (!mayWrite(map, context)) return refused('rate');
  noteChange(map, ttl.value, context.clock.now());
  return shown(format(map, service, context), map);
}

function deleteMap(_request: ApiRequest, context: ApiContext, map: SyncMap, service: SyncService): Answer {
  if (!mayCreateOrDelete(service, context)) return refused('rate');
  removeObject(service.maps, map);
  return noContent();
}

function format(map: SyncMap, service: SyncService, { store }: ApiContext): JsonObject {
  const url = `https://sync.twilio.com/v1/Services/${service.sid}/Maps/${map.sid}`;
  return {
    sid: map.sid,
    unique_name: map.uniqueName,
    account_sid: store.account.sid,
    service_sid: service.sid,
    ...formatRecord(map),
    url,
    links: { items: `${url}/Items`, permissions: `${url}/Permissions` },
  };
}
