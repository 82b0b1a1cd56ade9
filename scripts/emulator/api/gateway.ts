import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createListeners } from '../listeners';
import type { FunctionsHost } from '../runtime/functions-host';
import type { Faults } from '../simulate/faults';
import { failed } from './answers';
import type { ApiContext } from './context';
import { createHeldAnswers } from './held-answers';
import { createHostApps } from './host-apps';
import { type Errand, toResponse } from './product-app';
import { withoutRegion } from './regional-host';
import type { Traffic } from './traffic';

/** A request that was answered: enough to watch the traffic, without bodies, queries or credentials. */
export interface RequestRecord {
  readonly method: string;
  /** Without an edge and a region. */
  readonly host: string;
  /** A phone number in it is shown by its last two digits only. */
  readonly path: string;
  /** HTTP status; null when a fault cut the connection. */
  readonly status: number | null;
  /** From arrival to answer, in the local Twilio's clock. */
  readonly milliseconds: number;
  /** A bug that a handler threw (the client got a 500); null otherwise. */
  readonly failure: Error | null;
}

/** The one door of the local Twilio: finds who answers for a host, lets faults happen, and keeps count. */
export interface Gateway {
  readonly fetch: (request: Request, env: HttpBindings) => Promise<Response>;
  readonly onRequest: (listener: (record: RequestRecord) => void) => () => void;
  readonly close: () => void;
}

interface GatewayOptions {
  readonly context: ApiContext;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly functionsHost?: FunctionsHost;
}

/** One request on its way through the gateway. */
interface Passage {
  readonly request: Request;
  readonly env: HttpBindings;
  readonly host: string;
  readonly path: string;
  readonly errand: Errand;
}

/** A gateway to every product, the domains of the Functions, and `/_local` on loopback names. */
export function createGateway(options: GatewayOptions): Gateway {
  const { clock } = options.context;
  const listeners = createListeners<RequestRecord>();
  const held = createHeldAnswers(clock, options.traffic);
  const answer = createAnswerer(options, held.hold);
  return {
    fetch: async (request, env) => {
      const end = options.traffic.begin();
      const passage = toPassage(request, env);
      const arrived = clock.now();
      try {
        const response = await answer(passage);
        listeners.tell(toRecord(passage, response, clock.now() - arrived));
        return response;
      } finally {
        for (const action of passage.errand.afterwards) action();
        end();
      }
    },
    onRequest: listeners.add,
    close: held.letAllGo,
  };
}

/** The only place where faults happen, around whoever answers. */
function createAnswerer(
  { context, faults, functionsHost }: GatewayOptions,
  hold: (milliseconds: number) => Promise<void>,
): (passage: Passage) => Promise<Response> {
  const findApp = createHostApps(context, faults, functionsHost);
  return async ({ request, env, host, path, errand }) => {
    // Our own routes, the one that switches faults off among them, have none.
    const effect = path.startsWith('/_local/')
      ? undefined
      : faults.take({ host, path, method: request.method });
    if (effect?.kind === 'cut-before') return cut(env);
    if (effect?.kind === 'answer') return toResponse(failed(effect));
    const response = await findApp(host)(request, errand);
    if (effect?.kind === 'delay') await hold(effect.milliseconds);
    return effect?.kind === 'cut-after' ? cut(env) : response;
  };
}

/** The client sees the connection end without an answer. */
function cut(env: HttpBindings): Response {
  env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

function toPassage(request: Request, env: HttpBindings): Passage {
  const { hostname, pathname } = new URL(request.url);
  const host = withoutRegion(hostname);
  return { request, env, host, path: pathname, errand: { afterwards: [], failure: null } };
}

function toRecord(
  { request, host, path, errand }: Passage,
  response: Response,
  milliseconds: number,
): RequestRecord {
  const status = response === RESPONSE_ALREADY_SENT ? null : response.status;
  return {
    method: request.method,
    host,
    path: withoutNumbers(path),
    status,
    milliseconds,
    failure: errand.failure,
  };
}

function withoutNumbers(path: string): string {
  return path.replace(/(?<=\/)(?:%2B|\+)?\d{5,}(?=\d{2}(?:\/|$))/gi, '…');
}
