import type { JsonObject } from '../../../../studio/model/json';
import type { Call } from '../../entities/call';
import type { OutgoingCalls } from '../../voice/outgoing-calls';
import { accountEndOf } from '../../voice/person';
import { type Answer, created, failed, noContent, ok } from '../answers';
import type { ApiContext } from '../context';
import { fitsDates } from '../date-filter';
import { rfc2822Date } from '../dates';
import { newestFirst } from '../newest-first';
import { page2010 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { callErrors } from './call-errors';
import { readCallChange, readCallOrder } from './read-call-order';
import { accountPath, ofAccount, ofResource, subresourceUris, uriOf } from './of-account';

const path = `${accountPath}/Calls`;

/**
 * The Call resource (https://www.twilio.com/docs/voice/api/call-resource). Answering machines, recordings, applications,
 * SIP and the rate at which calls leave the queue are not imitated.
 */
export const callRoutes: readonly Route[] = [
  { method: 'POST', path: `${path}.json`, handle: ofAccount(placeCall) },
  { method: 'GET', path: `${path}.json`, handle: ofAccount(listCalls) },
  {
    method: 'GET',
    path: `${path}/{Sid}.json`,
    handle: ofResource(callsOf, (_request, context, call) => ok(format(call, context))),
  },
  { method: 'POST', path: `${path}/{Sid}.json`, handle: ofResource(callsOf, updateCall) },
  { method: 'DELETE', path: `${path}/{Sid}.json`, handle: ofResource(callsOf, deleteCall) },
];

function callsOf({ store }: ApiContext): Map<string, Call> {
  return store.calls;
}

function placeCall({ form }: ApiRequest, context: ApiContext): Answer {
  const result = readCallOrder(form, context.store);
  if (!result.ok) return failed(result.error);
  return created(format(outgoingCallsOf(context).place(result.order), context));
}

function outgoingCallsOf({ outgoingCalls }: ApiContext): OutgoingCalls {
  if (outgoingCalls === undefined) throw new Error('Cannot call: this local Twilio has no outgoing calls');
  return outgoingCalls;
}

function listCalls(request: ApiRequest, context: ApiContext): Answer {
  const wanted = { to: 'To', from: 'From', status: 'Status' } as const;
  const items = newestFirst(context.store.calls).filter(
    (call) =>
      (['to', 'from', 'status'] as const).every((key) => {
        const value = request.query.optional(wanted[key]);
        return value === undefined || call[key] === value;
      }) &&
      fitsDates(request.query, 'StartTime', call.startTime) &&
      fitsDates(request.query, 'EndTime', call.startTime === null ? null : call.endTime),
  );
  return page2010(request, { key: 'calls', items, format: (call) => format(call, context) });
}

/** Ends a call or sends it elsewhere (https://www.twilio.com/docs/voice/api/call-resource#update-a-call-resource). */
function updateCall({ form }: ApiRequest, context: ApiContext, call: Call): Answer {
  const live = outgoingCallsOf(context).find(call.sid);
  const change = readCallChange(form);
  if (call.endTime !== null) return failed(callErrors.notInProgress);
  if (live === undefined) return failed(callErrors.notOutgoing);
  if (!change.ok) return failed(change.error);
  if ('instructions' in change) {
    if (call.startTime === null) return failed(callErrors.notInProgress);
    live.redirect(change.instructions);
  } else if (change.status === 'completed' || call.startTime === null) live.end();
  return ok(format(call, context));
}

/** https://www.twilio.com/docs/api/errors/20009 */
function deleteCall(_request: ApiRequest, { store }: ApiContext, call: Call): Answer {
  if (call.endTime === null) return failed(callErrors.notComplete);
  store.calls.delete(call.sid);
  return noContent();
}

function format(call: Call, context: ApiContext): JsonObject {
  const resource = `/Calls/${call.sid}`;
  const number = [...context.store.phoneNumbers.values()].find(
    (held) => held.phoneNumber === accountEndOf(call),
  );
  return {
    sid: call.sid,
    account_sid: context.store.account.sid,
    api_version: '2010-04-01',
    from: call.from,
    from_formatted: call.from,
    to: call.to,
    to_formatted: call.to,
    direction: call.direction,
    status: call.status,
    phone_number_sid: number?.sid ?? null,
    start_time: dateOf(call.startTime),
    // Empty for a call that did not complete, by the page above.
    end_time: dateOf(call.startTime === null ? null : call.endTime),
    duration: durationOf(call),
    ...notEmulated,
    date_created: rfc2822Date(call.dateCreated),
    date_updated: rfc2822Date(call.endTime ?? call.startTime ?? call.dateCreated),
    uri: uriOf(context, resource),
    subresource_uris: subresourceUris(context, resource, { recordings: 'Recordings', events: 'Events' }),
  };
}

function dateOf(milliseconds: number | null): string | null {
  return milliseconds === null ? null : rfc2822Date(milliseconds);
}

/** In whole seconds; null until the call is over. */
function durationOf({ startTime, endTime }: Call): string | null {
  return startTime === null || endTime === null ? null : String(Math.round((endTime - startTime) / 1000));
}

/** What a plain call has: no price, no parent, no answering machine, no trunk, no queue. */
const notEmulated: JsonObject = {
  parent_call_sid: null,
  price: null,
  price_unit: 'USD',
  answered_by: null,
  forwarded_from: null,
  group_sid: null,
  caller_name: null,
  queue_time: '0',
  trunk_sid: null,
};
