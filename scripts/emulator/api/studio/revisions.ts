import type { JsonObject } from '../../../../studio/model/json';
import type { Flow, FlowRevisionRecord } from '../../entities/flow';
import { findRevision } from '../../executions/find-flow';
import { type Answer, notFound, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { pageV2 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { withFlow } from './find';
import { jsonOf } from './json-of';

/** The Flow Revision resource (https://www.twilio.com/docs/studio/rest-api/v2/flow-revision). */
export const revisionRoutes: readonly Route[] = [
  { method: 'GET', path: '/v2/Flows/{Sid}/Revisions', handle: withFlow('Sid', listRevisions) },
  { method: 'GET', path: '/v2/Flows/{Sid}/Revisions/{Revision}', handle: withFlow('Sid', fetchRevision) },
];

function listRevisions(request: ApiRequest, context: ApiContext, flow: Flow): Answer {
  const items = flow.revisions.map((record) => ({ sid: `${flow.sid}.${record.revision}`, record })).reverse();
  return pageV2(request, {
    key: 'revisions',
    items,
    format: ({ record }) => ({
      ...format(record, flow, context),
      definition: null,
      valid: null,
      errors: null,
    }),
  });
}

/** Not public: what an unknown revision answers. Here 404, as for everything else that is not there. */
function fetchRevision(request: ApiRequest, context: ApiContext, flow: Flow): Answer {
  const record = findRevision(flow.revisions, request.param('Revision'));
  return record === undefined ? notFound(request) : ok(format(record, flow, context));
}

function format(record: FlowRevisionRecord, flow: Flow, { store }: ApiContext): JsonObject {
  return {
    sid: flow.sid,
    account_sid: store.account.sid,
    author_sid: null,
    friendly_name: record.friendlyName,
    definition: jsonOf(record.definition),
    status: record.status,
    revision: record.revision,
    commit_message: record.commitMessage,
    valid: true,
    errors: [],
    date_created: isoDate(flow.dateCreated),
    date_updated: isoDate(record.date),
    url: `https://studio.twilio.com/v2/Flows/${flow.sid}/Revisions/${record.revision}`,
  };
}
