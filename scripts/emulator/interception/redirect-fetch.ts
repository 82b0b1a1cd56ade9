import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';

import { isStoodInFor } from './hosts';
import { replaceMethod } from './replace';
import type { Undo } from './replace';

/**
 * Node's `fetch` has no agents and writes the Host header itself. So what is meant for Twilio is asked by `https`, whose
 * requests `redirectAgents` leads to the local Twilio; everything else stays Node's.
 */
export function redirectFetch(): Undo {
  return replaceMethod(globalThis, 'fetch', async (_self, args, original) => {
    const [input, init] = args as Parameters<typeof fetch>;
    const url = new URL(input instanceof Request ? input.url : input);
    return isStoodInFor(url.hostname) ? fetchByHttps(new Request(input, init)) : original(...args);
  });
}

async function fetchByHttps(request: Request): Promise<Response> {
  const { method, signal, redirect } = request;
  const body = Buffer.from(await request.arrayBuffer());
  const headers = { ...Object.fromEntries(request.headers), 'content-length': String(body.length) };
  const outgoing = https.request(request.url, { method, headers, signal });
  outgoing.end(body);
  const [incoming] = (await once(outgoing, 'response').catch((cause: unknown) => {
    throw signal.aborted ? signal.reason : new TypeError('fetch failed', { cause });
  })) as [IncomingMessage];
  const { location } = incoming.headers;
  if (location === undefined || redirect === 'manual') return toResponse(incoming);
  incoming.resume();
  if (redirect === 'error') throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
  return fetch(new URL(location, request.url), { signal });
}

function toResponse(incoming: IncomingMessage): Response {
  const status = incoming.statusCode ?? 500;
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(incoming.headersDistinct))
    for (const value of values) headers.append(name, value);
  const isBodyless = status === 204 || status === 205 || status === 304;
  if (isBodyless) incoming.resume();
  const stream = isBodyless ? null : (Readable.toWeb(incoming) as ReadableStream);
  return new Response(stream, { status, statusText: incoming.statusMessage ?? '', headers });
}
