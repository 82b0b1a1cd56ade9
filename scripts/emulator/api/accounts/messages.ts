import { isValidPhoneNumber } from 'libphonenumber-js';
import type { JsonObject } from '../../../../studio/model/json';
import { type Message, verifySender } from '../../entities/message';
import { type Answer, created, failed, ok } from '../answers';
import type { ApiContext } from '../context';
import { rfc2822Date } from '../dates';
import { newestFirst } from '../newest-first';
import { page2010 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { accountPath, ofAccount, ofResource, subresourceUris, uriOf } from './of-account';

const path = `${accountPath}/Messages`;

/** The Message resource (https://www.twilio.com/docs/messaging/api/message-resource). */
export const messageRoutes: readonly Route[] = [
  { method: 'POST', path: `${path}.json`, handle: ofAccount(sendMessage) },
  { method: 'GET', path: `${path}.json`, handle: ofAccount(listMessages) },
  {
    method: 'GET',
    path: `${path}/{Sid}.json`,
    handle: ofResource(messagesOf, (_request, context, message) => ok(format(message, context))),
  },
];

/** Codes are Twilio's own messages, never the account's: they must not show up in an answer. */
function messagesOf({ store }: ApiContext): Map<string, Message> {
  return new Map([...store.messages].filter(([, message]) => message.from !== verifySender));
}

/** Errors: https://www.twilio.com/docs/api/errors/21604, …/21211, …/21603, …/21602. An opt-out (21610) comes by a fault. */
function sendMessage({ form }: ApiRequest, context: ApiContext): Answer {
  const [to, from, body] = [form.text('To'), form.text('From'), form.text('Body')];
  if (to === '') return refused(21604, "A 'To' phone number is required.");
  if (!isValidPhoneNumber(to.replace(/^whatsapp:/, ''))) return refused(21211, "Invalid 'To' Phone Number");
  if (from === '') return refused(21603, "A 'From' phone number is required.");
  if (body === '') return refused(21602, 'Message body is required.');
  const channel = to.startsWith('whatsapp:') ? 'whatsapp' : 'sms';
  return created(format(context.inbox.deliver({ from, to, body, channel }), context));
}

function refused(code: number, message: string): Answer {
  return failed({ status: 400, code, message });
}

function listMessages(request: ApiRequest, context: ApiContext): Answer {
  const [to, from] = [request.query.optional('To'), request.query.optional('From')];
  const items = newestFirst(messagesOf(context)).filter(
    (message) => (to === undefined || message.to === to) && (from === undefined || message.from === from),
  );
  return page2010(request, { key: 'messages', items, format: (message) => format(message, context) });
}

function format(message: Message, context: ApiContext): JsonObject {
  const resource = `/Messages/${message.sid}`;
  const date = rfc2822Date(message.dateCreated);
  return {
    sid: message.sid,
    account_sid: context.store.account.sid,
    api_version: '2010-04-01',
    body: message.body,
    from: message.from,
    to: message.to,
    direction: message.direction,
    status: message.status,
    error_code: message.errorCode,
    error_message: null,
    messaging_service_sid: null,
    num_media: '0',
    num_segments: '1',
    price: null,
    price_unit: 'USD',
    date_created: date,
    date_sent: date,
    date_updated: date,
    uri: uriOf(context, resource),
    subresource_uris: subresourceUris(context, resource, { media: 'Media', feedback: 'Feedback' }),
  };
}
