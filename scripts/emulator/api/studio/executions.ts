import { isJsonObject, type Json, type JsonObject } from '../../../../studio/model/json';
import type { Flow, FlowExecution } from '../../entities/flow';
import type { Executions } from '../../executions/executions';
import { endOverdue } from '../../executions/overdue';
import { startByRequest } from '../../executions/start-by-request';
import { type Answer, created, noContent, notFound, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { newestFirst } from '../newest-first';
import { pageV2 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { addressesTooLong, contactActive, invalidParameter, tooManyExecutions } from './errors';
import { withExecution, withFlow } from './find';

const EXECUTIONS = '/v2/Flows/{FlowSid}/Executions';

/** The Execution resource (https://www.twilio.com/docs/studio/rest-api/v2/execution). */
export const executionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: EXECUTIONS,
    required: ['To', 'From'],
    handle: withFlow('FlowSid', createExecution),
  },
  { method: 'GET', path: EXECUTIONS, handle: withFlow('FlowSid', listExecutions) },
  {
    method: 'GET',
    path: `${EXECUTIONS}/{Sid}`,
    handle: withExecution('Sid', (_request, context, execution) => ok(format(execution, context))),
  },
  {
    method: 'POST',
    path: `${EXECUTIONS}/{Sid}`,
    required: ['Status'],
    handle: withExecution('Sid', endExecution),
  },
  { method: 'DELETE', path: `${EXECUTIONS}/{Sid}`, handle: withExecution('Sid', deleteExecution) },
];

/** Both addresses of an execution together (https://www.twilio.com/docs/api/errors/81023). */
const MAXIMUM_ADDRESS_BYTES = 300;

function createExecution(request: ApiRequest, context: ApiContext, flow: Flow): Answer {
  const { form } = request;
  const to = form.text('To');
  const from = form.text('From');
  if (Buffer.byteLength(to + from) > MAXIMUM_ADDRESS_BYTES) return addressesTooLong();
  const parameters = form.optional('Parameters') === undefined ? {} : form.json('Parameters');
  if (!isJsonObject(parameters)) return invalidParameter('Parameters', 'it must be a JSON object');
  const result = startByRequest({ ...context, executions: executionsOf(context) }, flow, {
    to,
    from,
    parameters,
  });
  if (result.status === 'contact-active') return contactActive(result.active.sid);
  if (result.status === 'rate-limited') return tooManyExecutions();
  if (result.status === 'not-published') return notFound(request);
  return created(format(result.execution, context));
}

function listExecutions(request: ApiRequest, context: ApiContext, flow: Flow): Answer {
  endOverdue(context);
  const from = dateOf(request.query.optional('DateCreatedFrom')) ?? -Infinity;
  const to = dateOf(request.query.optional('DateCreatedTo')) ?? Infinity;
  const items = newestFirst(context.store.executions).filter(
    ({ flowSid, dateCreated }) => flowSid === flow.sid && dateCreated >= from && dateCreated <= to,
  );
  return pageV2(request, { key: 'executions', items, format: (execution) => format(execution, context) });
}

/** Not public: what becomes of its call, see `scripts/emulator/voice/flow-on-call.ts`; ending it again changes nothing. */
function endExecution({ form }: ApiRequest, context: ApiContext, execution: FlowExecution): Answer {
  if (form.text('Status') !== 'ended') return invalidParameter('Status', 'it must be ended');
  executionsOf(context).resume(execution.sid, { kind: 'end' });
  return ok(format(execution, context));
}

/** Not public: what deleting does to an active execution. Here it ends it first. */
function deleteExecution(_request: ApiRequest, context: ApiContext, execution: FlowExecution): Answer {
  executionsOf(context).resume(execution.sid, { kind: 'end' });
  context.store.executions.delete(execution.sid);
  return noContent();
}

function executionsOf({ executions }: ApiContext): Executions {
  if (executions === undefined) throw new Error('This server has no Studio engine: give it executions');
  return executions;
}

function dateOf(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : time;
}

function format(execution: FlowExecution, { store }: ApiContext): JsonObject {
  const url = `https://studio.twilio.com/v2/Flows/${execution.flowSid}/Executions/${execution.sid}`;
  return {
    sid: execution.sid,
    account_sid: store.account.sid,
    flow_sid: execution.flowSid,
    contact_channel_address: execution.contactChannelAddress,
    // Deprecated: Twilio shows the same for all.
    contact_sid: `FC${'0'.repeat(32)}`,
    flow_version: versionOf(execution),
    context: {},
    status: execution.state.ending === null ? 'active' : 'ended',
    initiated_by: execution.initiatedBy,
    date_created: isoDate(execution.dateCreated),
    date_updated: isoDate(execution.dateUpdated),
    url,
    links: { steps: `${url}/Steps`, execution_context: `${url}/Context` },
  };
}

function versionOf(execution: FlowExecution): Json {
  const revision = execution.state.frames[0]?.revision;
  return revision === undefined ? null : Number(revision);
}
