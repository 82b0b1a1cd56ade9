import type { JsonObject } from '../../../../studio/model/json';
import { type Answer, notFound, ok } from '../answers';
import type { ApiContext } from '../context';
import { rfc2822Date } from '../dates';
import type { ApiRequest, Route } from '../product';
import { subresourceUris, uriOf } from './of-account';

/** The Account resource (https://www.twilio.com/docs/iam/api/account). */
export const accountRoutes: readonly Route[] = [
  { method: 'GET', path: '/2010-04-01/Accounts/{Sid}.json', handle: fetchAccount },
];

function fetchAccount(request: ApiRequest, context: ApiContext): Answer {
  return request.param('Sid') === context.store.account.sid ? ok(format(context)) : notFound(request);
}

/** The account is as old as the local Twilio. Its token, which Twilio shows, is left out: it signs webhooks. */
function format(context: ApiContext): JsonObject {
  const { sid } = context.store.account;
  const date = rfc2822Date(context.startedAt);
  return {
    sid,
    auth_token: null,
    date_created: date,
    date_updated: date,
    friendly_name: 'Local Twilio',
    owner_account_sid: sid,
    status: 'active',
    subresource_uris: subresourceUris(context, '', {
      calls: 'Calls',
      incoming_phone_numbers: 'IncomingPhoneNumbers',
      messages: 'Messages',
    }),
    type: 'Full',
    uri: uriOf(context, ''),
  };
}
