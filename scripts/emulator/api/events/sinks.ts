import { isJsonObject, type JsonObject } from '../../../../studio/model/json';
import type { EventSink } from '../../entities/event-sink';
import { type Answer, created, noContent, notFound, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { newestFirst } from '../newest-first';
import { pageV2 } from '../paging';
import type { ApiRequest, Handler, Route } from '../product';
import { invalidParameter, sinkInUse } from './errors';

const path = '/v1/Sinks';

/** The Sink resource (https://www.twilio.com/docs/events/event-streams/sink-resource). */
export const sinkRoutes: readonly Route[] = [
  { method: 'POST', path, required: ['Description', 'SinkConfiguration', 'SinkType'], handle: createSink },
  { method: 'GET', path, handle: listSinks },
  { method: 'GET', path: `${path}/{Sid}`, handle: withSink((sink) => ok(format(sink))) },
  { method: 'POST', path: `${path}/{Sid}`, required: ['Description'], handle: withSink(updateSink) },
  { method: 'DELETE', path: `${path}/{Sid}`, handle: withSink(deleteSink) },
];

function withSink(handle: (sink: EventSink, request: ApiRequest, context: ApiContext) => Answer): Handler {
  return (request, context) => {
    const sink = context.store.eventSinks.get(request.param('Sid'));
    return sink === undefined ? notFound(request) : handle(sink, request, context);
  };
}

function createSink({ form }: ApiRequest, { store, clock, ids }: ApiContext): Answer {
  if (form.text('SinkType') !== 'webhook')
    return invalidParameter('SinkType', 'the local Twilio has webhook sinks only');
  const configuration = form.json('SinkConfiguration');
  const goal = isJsonObject(configuration) ? goalOf(configuration) : null;
  if (!isJsonObject(configuration) || goal === null)
    return invalidParameter(
      'SinkConfiguration',
      'it must have a "destination", and "POST" or "GET" as "method"',
    );
  const now = clock.now();
  const dates = { dateCreated: now, dateUpdated: now };
  const description = form.text('Description');
  const sink: EventSink = {
    sid: ids.sid('DG'),
    description,
    sinkType: 'webhook',
    configuration,
    ...goal,
    ...dates,
  };
  store.eventSinks.set(sink.sid, sink);
  return created(format(sink));
}

function goalOf({
  destination,
  method = 'POST',
}: JsonObject): Pick<EventSink, 'destination' | 'method'> | null {
  if (typeof destination !== 'string' || !URL.canParse(destination)) return null;
  if (!/^https?:$/.test(new URL(destination).protocol)) return null;
  if (method !== 'GET' && method !== 'POST') return null;
  return { destination, method };
}

function listSinks(request: ApiRequest, { store }: ApiContext): Answer {
  const isWanted = request.query.flag('InUse');
  const status = request.query.optional('Status') ?? STATUS;
  const used = new Set([...store.eventSubscriptions.values()].map(({ sinkSid }) => sinkSid));
  const items = newestFirst(store.eventSinks).filter(
    ({ sid }) => status === STATUS && (isWanted === undefined || isWanted === used.has(sid)),
  );
  return pageV2(request, { key: 'sinks', items, format });
}

function updateSink(sink: EventSink, { form }: ApiRequest, { clock }: ApiContext): Answer {
  Object.assign(sink, { description: form.text('Description'), dateUpdated: clock.now() });
  return ok(format(sink));
}

function deleteSink({ sid }: EventSink, _request: ApiRequest, { store }: ApiContext): Answer {
  const user = [...store.eventSubscriptions.values()].find(({ sinkSid }) => sinkSid === sid);
  if (user !== undefined) return sinkInUse(user.sid);
  store.eventSinks.delete(sid);
  return noContent();
}

/** Not public: when a webhook sink becomes active; its quickstart subscribes at once, so here it is from the beginning. */
const STATUS = 'active';

function format(sink: EventSink): JsonObject {
  const url = `https://events.twilio.com${path}/${sink.sid}`;
  return {
    sid: sink.sid,
    description: sink.description,
    sink_type: sink.sinkType,
    sink_configuration: sink.configuration,
    status: STATUS,
    date_created: isoDate(sink.dateCreated),
    date_updated: isoDate(sink.dateUpdated),
    url,
    links: { sink_test: `${url}/Test`, sink_validate: `${url}/Validate` },
  };
}
