import http from 'node:http';
import https from 'node:https';
import net from 'node:net';

import { isTwilioHost, LOOPBACK } from './hosts';
import { replaceMethod, undoAll } from './replace';
import type { StandIn, Undo } from './replace';

/**
 * Connections that Node's agents would open to Twilio become plain ones to the local Twilio; the request in them stays
 * as it is, so its Host header still says `verify.twilio.com`. Covers everything built on `http` and `https`: the SDK,
 * axios, the toolkit.
 */
export function redirectAgents(port: number): Undo {
  const connect: StandIn = (_self, args, original) => {
    const options = args[0];
    if (typeof options !== 'object' || options === null) return original(...args);
    if (!isTwilioHost(String(Reflect.get(options, 'host')))) return original(...args);
    const timeout: unknown = Reflect.get(options, 'timeout');
    return net.connect({
      host: LOOPBACK,
      port,
      noDelay: true,
      ...(typeof timeout === 'number' && { timeout }),
    });
  };
  // Both: the agent of https has a method of its own.
  return undoAll([
    replaceMethod(http.Agent.prototype, 'createConnection', connect),
    replaceMethod(https.Agent.prototype, 'createConnection', connect),
  ]);
}

/** The same for `fetch`, which has no agents. */
export function redirectFetch(port: number): Undo {
  return replaceMethod(globalThis, 'fetch', async (_self, args, original) => {
    const [input, init] = args as Parameters<typeof fetch>;
    const url = new URL(input instanceof Request ? input.url : input);
    if (!isTwilioHost(url.hostname)) return original(...args);
    const request = new Request(input, init);
    const headers = new Headers(request.headers);
    headers.set('host', url.host);
    const { method, redirect, signal } = request;
    const body = request.body === null ? null : await request.arrayBuffer();
    const local = new URL(url.pathname + url.search, `http://${LOOPBACK}:${port}`);
    return original(local, { method, headers, body, redirect, signal });
  });
}
