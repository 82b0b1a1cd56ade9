import type { EventSink } from '../entities/event-sink';
import { ask, type AskWorld } from '../executions/ask';
import type { Ids } from '../ids';
import { signJsonFunctionRequest } from '../runtime/signature';
import type { Store } from '../store';
import { cloudEvent, type Happening } from './cloud-event';

/** What telling the sinks needs. */
export interface EventStreamWorld extends AskWorld {
  readonly store: Store;
  readonly ids: Ids;
}

/** A webhook sink has five seconds to answer (https://www.twilio.com/docs/events/webhook-quickstart). */
const TIMEOUT_MILLISECONDS = 5000;

/**
 * Tells the sinks of everybody who has subscribed to what happens, in the order in which it happens: a JSON array of one
 * CloudEvent, signed like every JSON body of Twilio's. Nothing waits for it. Not public: how many events share an array. Left
 * out: trying again when a sink does not answer, which Twilio does for hours.
 */
export function createEventStream(world: EventStreamWorld): (happening: Happening) => void {
  const queues = new Map<string, Promise<unknown>>();
  return (happening) => {
    const sinks = sinksFor(world.store, happening.type);
    if (sinks.length === 0) return;
    const body = JSON.stringify([cloudEvent(happening, world.ids.sid('EZ'), world.clock.now())]);
    for (const sink of sinks) {
      const send = () => post(world, sink, body);
      const before = queues.get(sink.sid);
      const sending = before === undefined ? send() : before.then(send);
      queues.set(sink.sid, sending);
      void sending.then(() => {
        if (queues.get(sink.sid) === sending) queues.delete(sink.sid);
      });
    }
  };
}

/** Each sink once, however many subscriptions lead to it. */
function sinksFor(store: Store, type: string): readonly EventSink[] {
  const wanted = [...store.eventSubscriptions.values()].filter(({ types }) => types.includes(type));
  return [...new Set(wanted.map(({ sinkSid }) => sinkSid))].flatMap((sid) => store.eventSinks.get(sid) ?? []);
}

function post(world: EventStreamWorld, { destination, method }: EventSink, body: string): Promise<unknown> {
  const { url } = signJsonFunctionRequest(world.account.authToken, destination, body);
  return ask({ ...world, timeoutMilliseconds: TIMEOUT_MILLISECONDS }, 'function', {
    method,
    url,
    contentType: 'application/json',
    body,
    parameters: {},
    addTwilioAuth: false,
  });
}
