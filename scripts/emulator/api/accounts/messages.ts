import type { JsonObject } from '../../../../studio/model/json';
import { type Message, verifySender } from '../../entities/message';
import { type Answer, created, failed, noContent, ok } from '../answers';
import type { ApiContext } from '../context';
import { fitsDates } from '../date-filter';
import { rfc2822Date } from '../dates';
import { newestFirst } from '../newest-first';
import { page2010 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { carryMessage } from './carry-message';
import { endingMessage, messageErrors } from './message-errors';
import { readOrder } from './message-order';
import { accountPath, ofAccount, ofResource, subresourceUris, uriOf } from './of-account';
import { segmentsOf } from './segments';

const path = `${accountPath}/Messages`;

/**
 * The Message resource (https://www.twilio.com/docs/messaging/api/message-resource). Media, templates, alphanumeric senders
 * and WhatsApp's 24 hours are not imitated.
 */
export const messageRoutes: readonly Route[] = [
  { method: 'POST', path: `${path}.json`, handle: ofAccount(sendMessage) },
  { method: 'GET', path: `${path}.json`, handle: ofAccount(listMessages) },
  {
    method: 'GET',
    path: `${path}/{Sid}.json`,
    handle: ofResource(messagesOf, (_request, context, message) => ok(format(message, context))),
  },
  { method: 'POST', path: `${path}/{Sid}.json`, handle: ofResource(messagesOf, updateMessage) },
  { method: 'DELETE', path: `${path}/{Sid}.json`, handle: ofResource(messagesOf, deleteMessage) },
];

/** Codes are Twilio's own messages, never the account's: they must not show up in an answer. */
function messagesOf({ store }: ApiContext): Map<string, Message> {
  return new Map([...store.messages].filter(([, message]) => message.from !== verifySender));
}

function sendMessage({ form }: ApiRequest, context: ApiContext): Answer {
  const result = readOrder(form, context);
  return result.ok ? created(format(carryMessage(result.order, context), context)) : failed(result.error);
}

function listMessages(request: ApiRequest, context: ApiContext): Answer {
  const [to, from] = [request.query.optional('To'), request.query.optional('From')];
  const items = newestFirst(messagesOf(context)).filter(
    (message) =>
      (to === undefined || message.to === to) &&
      (from === undefined || message.from === from) &&
      fitsDates(request.query, 'DateSent', message.dateSent),
  );
  return page2010(request, { key: 'messages', items, format: (message) => format(message, context) });
}

/**
 * Redacts a text (`Body` is empty) or cancels what is still to be sent, not both
 * (https://www.twilio.com/docs/api/errors/30400, https://www.twilio.com/docs/api/errors/30409). The phone keeps what it got.
 */
function updateMessage({ form }: ApiRequest, context: ApiContext, message: Message): Answer {
  const [body, status] = [form.optional('Body'), form.optional('Status')];
  if (status === 'canceled' && body === undefined) return cancel(context, message);
  if (status !== undefined || body !== '') return failed(messageErrors.wrongUpdate);
  if (!isComplete(message)) return failed(messageErrors.notComplete);
  message.body = '';
  return touched(context, message);
}

function cancel(context: ApiContext, message: Message): Answer {
  if (message.status !== 'scheduled') return failed(messageErrors.notCancelable);
  message.status = 'canceled';
  return touched(context, message);
}

function touched(context: ApiContext, message: Message): Answer {
  message.dateUpdated = context.clock.now();
  return ok(format(message, context));
}

/** https://www.twilio.com/docs/api/errors/20009 */
function deleteMessage(_request: ApiRequest, { store }: ApiContext, message: Message): Answer {
  if (!isComplete(message)) return failed(messageErrors.notComplete);
  store.messages.delete(message.sid);
  return noContent();
}

/** Not public: from which status on a message counts as complete. Here from the one on in which it left Twilio. */
function isComplete({ status }: Message): boolean {
  return !['accepted', 'scheduled', 'queued'].includes(status);
}

function format(message: Message, context: ApiContext): JsonObject {
  const resource = `/Messages/${message.sid}`;
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
    error_message: endingMessage(message.errorCode),
    messaging_service_sid: message.messagingServiceSid,
    num_media: '0',
    num_segments: String(segmentsOf(message.body)),
    price: null,
    price_unit: 'USD',
    date_created: rfc2822Date(message.dateCreated),
    date_sent: message.dateSent === null ? null : rfc2822Date(message.dateSent),
    date_updated: rfc2822Date(message.dateUpdated),
    uri: uriOf(context, resource),
    subresource_uris: subresourceUris(context, resource, { media: 'Media', feedback: 'Feedback' }),
  };
}
