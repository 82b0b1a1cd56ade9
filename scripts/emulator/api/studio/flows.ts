import type { JsonObject } from '../../../../studio/model/json';
import type { Problem } from '../../../../studio/model/problem';
import { parseFlow } from '../../../../studio/parsing/parse-flow';
import type { Flow, FlowRevisionRecord } from '../../entities/flow';
import { flowUrl } from '../../executions/flow-url';
import { type Answer, created, noContent, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { newestFirst } from '../newest-first';
import { pageV2 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { problemsOf } from './errors';
import { newestRevision, withFlow } from './find';
import { type FlowParameters, readFlowParameters } from './flow-parameters';
import { jsonOf } from './json-of';

/** The Flow resource (https://www.twilio.com/docs/studio/rest-api/v2/flow). */
export const flowRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v2/Flows',
    required: ['FriendlyName', 'Status', 'Definition'],
    handle: createFlow,
  },
  { method: 'GET', path: '/v2/Flows', handle: listFlows },
  { method: 'GET', path: '/v2/Flows/{Sid}', handle: withFlow('Sid', fetchFlow) },
  { method: 'POST', path: '/v2/Flows/{Sid}', required: ['Status'], handle: withFlow('Sid', updateFlow) },
  { method: 'DELETE', path: '/v2/Flows/{Sid}', handle: withFlow('Sid', deleteFlow) },
];

function createFlow({ form }: ApiRequest, context: ApiContext): Answer {
  const read = readFlowParameters(form);
  if (!read.ok) return read.answer;
  const sid = context.ids.sid('FW');
  const revisions = [newRevision(read.parameters, 1, context)];
  const flow: Flow = { sid, revisions, dateCreated: context.clock.now() };
  context.store.flows.set(sid, flow);
  return created(formatInFull(flow, read.parameters.warnings, context));
}

function listFlows(request: ApiRequest, context: ApiContext): Answer {
  const items = newestFirst(context.store.flows);
  return pageV2(request, { key: 'flows', items, format: (flow) => format(flow, context) });
}

function fetchFlow(_request: ApiRequest, context: ApiContext, flow: Flow): Answer {
  const { problems } = parseFlow(newestRevision(flow).definition);
  return ok(formatInFull(flow, problems, context));
}

function updateFlow({ form }: ApiRequest, context: ApiContext, flow: Flow): Answer {
  const before = newestRevision(flow);
  const read = readFlowParameters(form, before);
  if (!read.ok) return read.answer;
  flow.revisions.push(newRevision(read.parameters, before.revision + 1, context));
  return ok(formatInFull(flow, read.parameters.warnings, context));
}

/** A flow takes its executions with it. */
function deleteFlow(_request: ApiRequest, { store }: ApiContext, flow: Flow): Answer {
  store.flows.delete(flow.sid);
  for (const execution of [...store.executions.values()]) {
    if (execution.flowSid === flow.sid) store.executions.delete(execution.sid);
  }
  return noContent();
}

function newRevision(parameters: FlowParameters, revision: number, context: ApiContext): FlowRevisionRecord {
  const { friendlyName, status, commitMessage, definition } = parameters;
  return { revision, friendlyName, status, commitMessage, definition, date: context.clock.now() };
}

/** As one flow is shown, with its definition and what validation says of it. */
function formatInFull(flow: Flow, problems: readonly Problem[], context: ApiContext): JsonObject {
  return {
    ...format(flow, context),
    definition: jsonOf(newestRevision(flow).definition),
    valid: true,
    errors: [],
    warnings: problemsOf(problems, 'warning'),
  };
}

/** As a flow is shown in a list: without its definition. */
function format(flow: Flow, { store }: ApiContext): JsonObject {
  const url = `https://studio.twilio.com/v2/Flows/${flow.sid}`;
  const newest = newestRevision(flow);
  return {
    sid: flow.sid,
    account_sid: store.account.sid,
    author_sid: null,
    friendly_name: newest.friendlyName,
    definition: null,
    status: newest.status,
    revision: newest.revision,
    commit_message: newest.commitMessage,
    valid: null,
    errors: null,
    warnings: null,
    date_created: isoDate(flow.dateCreated),
    date_updated: isoDate(newest.date),
    webhook_url: flowUrl(store.account.sid, flow.sid),
    url,
    links: {
      test_users: `${url}/TestUsers`,
      revisions: `${url}/Revisions`,
      executions: `${url}/Executions`,
    },
  };
}
