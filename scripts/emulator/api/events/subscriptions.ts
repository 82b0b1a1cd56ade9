import { isJsonObject, type JsonObject } from '../../../../studio/model/json';
import type { EventSubscription } from '../../entities/event-subscription';
import { type Answer, created, noContent, notFound, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { newestFirst } from '../newest-first';
import { pageV2 } from '../paging';
import type { ApiRequest, Handler, Route } from '../product';
import { invalidParameter } from './errors';

const path = '/v1/Subscriptions';

/** The Subscription resource (https://www.twilio.com/docs/events/event-streams/subscription). */
export const subscriptionRoutes: readonly Route[] = [
  { method: 'POST', path, required: ['Description', 'SinkSid', 'Types'], handle: createSubscription },
  { method: 'GET', path, handle: listSubscriptions },
  {
    method: 'GET',
    path: `${path}/{Sid}`,
    handle: withSubscription((subscription, _request, context) => ok(format(subscription, context))),
  },
  { method: 'POST', path: `${path}/{Sid}`, handle: withSubscription(updateSubscription) },
  { method: 'DELETE', path: `${path}/{Sid}`, handle: withSubscription(deleteSubscription) },
];

function withSubscription(
  handle: (subscription: EventSubscription, request: ApiRequest, context: ApiContext) => Answer,
): Handler {
  return (request, context) => {
    const subscription = context.store.eventSubscriptions.get(request.param('Sid'));
    return subscription === undefined ? notFound(request) : handle(subscription, request, context);
  };
}

function createSubscription({ form }: ApiRequest, context: ApiContext): Answer {
  const { store, clock, ids } = context;
  const sinkSid = form.text('SinkSid');
  if (!store.eventSinks.has(sinkSid)) return invalidParameter('SinkSid', 'there is no such sink');
  const types = form.all('Types').map(typeIn);
  if (!types.every((type) => type !== null))
    return invalidParameter('Types', 'each must be a JSON object with a "type"');
  const now = clock.now();
  const subscription: EventSubscription = {
    sid: ids.sid('DF'),
    description: form.text('Description'),
    sinkSid,
    types,
    dateCreated: now,
    dateUpdated: now,
  };
  store.eventSubscriptions.set(subscription.sid, subscription);
  return created(format(subscription, context));
}

/** `{"type": "com.twilio…", "schema_version": 1}`; whatever version is asked for, events come in the newest. */
function typeIn(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    const type = isJsonObject(value) ? value['type'] : undefined;
    return typeof type === 'string' ? type : null;
  } catch {
    return null;
  }
}

function listSubscriptions(request: ApiRequest, context: ApiContext): Answer {
  const sink = request.query.optional('SinkSid');
  const items = newestFirst(context.store.eventSubscriptions).filter(
    ({ sinkSid }) => sink === undefined || sink === sinkSid,
  );
  return pageV2(request, { key: 'subscriptions', items, format: (item) => format(item, context) });
}

function updateSubscription(
  subscription: EventSubscription,
  { form }: ApiRequest,
  context: ApiContext,
): Answer {
  const description = form.optional('Description') ?? subscription.description;
  Object.assign(subscription, { description, dateUpdated: context.clock.now() });
  return ok(format(subscription, context));
}

function deleteSubscription({ sid }: EventSubscription, _request: ApiRequest, { store }: ApiContext): Answer {
  store.eventSubscriptions.delete(sid);
  return noContent();
}

function format(subscription: EventSubscription, { store }: ApiContext): JsonObject {
  const url = `https://events.twilio.com${path}/${subscription.sid}`;
  return {
    account_sid: store.account.sid,
    sid: subscription.sid,
    description: subscription.description,
    sink_sid: subscription.sinkSid,
    date_created: isoDate(subscription.dateCreated),
    date_updated: isoDate(subscription.dateUpdated),
    url,
    links: { subscribed_events: `${url}/SubscribedEvents` },
  };
}
