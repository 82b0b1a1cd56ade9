import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';

/** The HTTP requests that this process has sent and whose answers it has not fully read yet. */
export interface OutgoingRequests {
  /** The local port of each; null where the request is still looking for a connection. */
  readonly ports: () => readonly (number | null)[];
}

/**
 * Watches `http`, `https` and `fetch` through Node's own diagnostics
 * (https://nodejs.org/api/diagnostics_channel.html#http), so nothing in the requests changes. A connection that is
 * being made for `http` is no request yet; `process.getActiveResourcesInfo()` shows it.
 */
export function watchOutgoingRequests(): OutgoingRequests {
  const sockets = new Map<object, Socket | null>();
  const watch = (channel: string, action: (message: Message) => void): void =>
    subscribe(channel, (message) => action(message as Message));

  watch('http.client.request.start', ({ request }) => {
    if (!(request instanceof ClientRequest)) return;
    sockets.set(request, request.socket);
    request.once('close', () => sockets.delete(request));
  });
  watch('undici:request:create', ({ request }) => sockets.set(request, null));
  watch('undici:client:sendHeaders', ({ request, socket }) => sockets.set(request, socket ?? null));
  watch('undici:request:trailers', ({ request }) => sockets.delete(request));
  watch('undici:request:error', ({ request }) => sockets.delete(request));
  return { ports: () => [...sockets.values()].map((socket) => socket?.localPort ?? null) };
}

/** What the channels used here publish. */
interface Message {
  readonly request: object;
  readonly socket?: Socket;
}
