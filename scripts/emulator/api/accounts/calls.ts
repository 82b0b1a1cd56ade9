import type { JsonObject } from '../../../../studio/model/json';
import type { Call } from '../../entities/call';
import { type Answer, ok } from '../answers';
import type { ApiContext } from '../context';
import { rfc2822Date } from '../dates';
import { newestFirst } from '../newest-first';
import { page2010 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { accountPath, ofAccount, ofResource, subresourceUris, uriOf } from './of-account';

const path = `${accountPath}/Calls`;

/** The Call resource (https://www.twilio.com/docs/voice/api/call-resource), to look at; outgoing calls are not emulated. */
export const callRoutes: readonly Route[] = [
  { method: 'GET', path: `${path}.json`, handle: ofAccount(listCalls) },
  {
    method: 'GET',
    path: `${path}/{Sid}.json`,
    handle: ofResource(
      ({ store }) => store.calls,
      (_request, context, call) => ok(format(call, context)),
    ),
  },
];

function listCalls(request: ApiRequest, context: ApiContext): Answer {
  const wanted = { to: 'To', from: 'From', status: 'Status' } as const;
  const items = newestFirst(context.store.calls).filter((call) =>
    (['to', 'from', 'status'] as const).every((key) => {
      const value = request.query.optional(wanted[key]);
      return value === undefined || call[key] === value;
    }),
  );
  return page2010(request, { key: 'calls', items, format: (call) => format(call, context) });
}

function format(call: Call, context: ApiContext): JsonObject {
  const resource = `/Calls/${call.sid}`;
  const number = [...context.store.phoneNumbers.values()].find((held) => held.phoneNumber === call.to);
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
