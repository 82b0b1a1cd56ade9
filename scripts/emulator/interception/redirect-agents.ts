import http from 'node:http';
import type { ClientRequestArgs } from 'node:http';
import https from 'node:https';

import { isStoodInFor, LOOPBACK } from './hosts';
import { replaceMethod, undoAll } from './replace';
import type { StandIn, Undo } from './replace';

/**
 * Requests that Node's agents would take to Twilio go to the local Twilio, over plain connections; the request itself stays
 * as it is, so its Host header still says `verify.twilio.com`. Covers everything built on `http` and `https`: the SDK,
 * axios, the toolkit. All agents share the connections: functions make a new client, with an agent of its own, every time.
 */
export function redirectAgents(port: number): Undo {
  const shared = new http.Agent({ keepAlive: true });
  // Not documented, but every agent has it: the one place where a request meets its connection.
  const sharedAddRequest: unknown = Reflect.get(shared, 'addRequest');
  if (typeof sharedAddRequest !== 'function')
    throw new Error('Cannot redirect requests: agents have no "addRequest"');
  const addRequest: StandIn = (_self, args, original) => {
    const [request, options] = args;
    if (!isOptions(options) || !isStoodInFor(String(options.host))) return original(...args);
    const local = { host: LOOPBACK, port, noDelay: true, timeout: options.timeout };
    return Reflect.apply(sharedAddRequest, shared, [request, local]);
  };
  return undoAll([
    () => shared.destroy(),
    replaceMethod(http.Agent.prototype, 'addRequest', addRequest),
    // Inherited from the other one, but a subclass may bring its own.
    ...(Object.hasOwn(https.Agent.prototype, 'addRequest')
      ? [replaceMethod(https.Agent.prototype, 'addRequest', addRequest)]
      : []),
  ]);
}

function isOptions(value: unknown): value is ClientRequestArgs {
  return typeof value === 'object' && value !== null;
}
