import type { JsonObject } from '../../../../studio/model/json';
import type { SyncDocument, SyncService } from '../../entities/sync-service';
import { type Answer, created, noContent } from '../answers';
import type { ApiContext } from '../context';
import { pageV2 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { conditionProblem, newRecord, noteChange, readData, readTtl, readUniqueName } from './changes';
import { refused } from './errors';
import { withDocument, withService } from './find';
import { formatRecord, shown } from './format';
import { PAGE_SIZE } from './limits';
import { addObject, findObject, listObjects, removeObject } from './objects';
import { mayCreateOrDelete, mayRead, mayWrite, unused } from './rates';

const path = '/v1/Services/{ServiceSid}/Documents';

/** The Document resource (https://www.twilio.com/docs/sync/api/document-resource). A deletion knows no `If-Match`. */
export const documentRoutes: readonly Route[] = [
  { method: 'POST', path, handle: withService('ServiceSid', createDocument) },
  { method: 'GET', path, handle: withService('ServiceSid', listDocuments) },
  { method: 'GET', path: `${path}/{Sid}`, handle: withDocument(fetchDocument) },
  { method: 'POST', path: `${path}/{Sid}`, handle: withDocument(updateDocument) },
  { method: 'DELETE', path: `${path}/{Sid}`, handle: withDocument(deleteDocument) },
];

/**
 * The name is looked at in the same moment in which it is taken, so of many at once one gets it.
 * Not public: whether a map may have the name of a document; here it may.
 */
function createDocument({ form }: ApiRequest, context: ApiContext, service: SyncService): Answer {
  const name = readUniqueName(form);
  if (name.kind === 'refused') return refused(name.reason);
  const data = readData(form, 'documentData');
  if (data.kind === 'refused') return refused(data.reason);
  const ttl = readTtl(form, 'Ttl');
  if (ttl.kind === 'refused') return refused(ttl.reason);
  if (!mayCreateOrDelete(service, context)) return refused('rate');
  const isTaken = name.value !== null && findObject(service.documents, name.value, context) !== undefined;
  if (isTaken) return refused('nameTaken');
  const now = context.clock.now();
  const document: SyncDocument = {
    sid: context.ids.sid('ET'),
    uniqueName: name.value,
    data: data.value?.data ?? {},
    ...newRecord(ttl.value, now),
    writes: unused(now),
    reads: unused(now),
  };
  addObject(service.documents, document);
  return shown(format(document, service, context), document, created);
}

function listDocuments(request: ApiRequest, context: ApiContext, service: SyncService): Answer {
  return pageV2(request, {
    key: 'documents',
    items: listObjects(service.documents, context),
    format: (document) => format(document, service, context),
    maximumPageSize: PAGE_SIZE,
  });
}

function fetchDocument(
  _request: ApiRequest,
  context: ApiContext,
  document: SyncDocument,
  service: SyncService,
): Answer {
  if (!mayRead(document, context)) return refused('rate');
  return shown(format(document, service, context), document);
}

/** The whole data is replaced; nothing is merged. */
function updateDocument(
  request: ApiRequest,
  context: ApiContext,
  document: SyncDocument,
  service: SyncService,
): Answer {
  const data = readData(request.form, 'documentData');
  if (data.kind === 'refused') return refused(data.reason);
  const ttl = readTtl(request.form, 'Ttl');
  if (ttl.kind === 'refused') return refused(ttl.reason);
  if (data.value === null && ttl.value === null) return refused('noParameters');
  if (!mayWrite(document, context, data.value?.bytes)) return refused('rate');
  const problem = conditionProblem(request, document, 'documentRevision');
  if (problem !== null) return refused(problem);
  if (data.value !== null) document.data = data.value.data;
  noteChange(document, ttl.value, context.clock.now());
  return shown(format(document, service, context), document);
}

function deleteDocument(
  _request: ApiRequest,
  context: ApiContext,
  document: SyncDocument,
  service: SyncService,
): Answer {
  if (!mayCreateOrDelete(service, context)) return refused('rate');
  removeObject(service.documents, document);
  return noContent();
}

function format(document: SyncDocument, service: SyncService, { store }: ApiContext): JsonObject {
  const url = `https://sync.twilio.com/v1/Services/${service.sid}/Documents/${document.sid}`;
  return {
    sid: document.sid,
    unique_name: document.uniqueName,
    account_sid: store.account.sid,
    service_sid: service.sid,
    data: document.data,
    ...formatRecord(document),
    url,
    links: { permissions: `${url}/Permissions` },
  };
}
