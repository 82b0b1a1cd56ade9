import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The HTTP requests that servers in this process have received and not answered yet. */
export interface ServedRequests {
  /** A request from this local port of the client is here, whole, and unanswered. */
  readonly isServing: (clientPort: number) => boolean;
  /** Whole requests without an answer; those to the domains of functions are left out. */
  readonly count: () => number;
  /** Some request has begun to arrive and its body is not here yet. */
  readonly isReceiving: () => boolean;
  readonly stop: () => void;
}

/**
 * Watches every HTTP server of this process, through Node's own diagnostics
 * (https://nodejs.org/api/diagnostics_channel.html#http). Virtual time uses it to tell "the answer is on its way" from
 * "the answer waits for a later moment": a client's port names its request on both ends of the connection.
 * `onChange` is called when a request arrives or ends.
 */
export function watchServedRequests(onChange: () => void): ServedRequests {
  const requests = new Map<number, IncomingMessage>();
  const begin = (message: unknown): void => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const port = request.socket.remotePort;
    if (port === undefined) return;
    requests.set(port, request);
    onChange();
    // `close` comes after the answer, and also when the client goes away without one.
    response.once('close', () => {
      if (requests.get(port) === request) requests.delete(port);
      onChange();
    });
  };
  subscribe('http.server.request.start', begin);
  return {
    isServing: (clientPort) => requests.get(clientPort)?.complete === true,
    count: () =>
      [...requests.values()].filter((request) => request.complete && !isForFunction(request)).length,
    isReceiving: () => [...requests.values()].some((request) => !request.complete),
    stop: () => unsubscribe('http.server.request.start', begin),
  };
}

/** The Functions host counts these itself, and counting them twice would let time move too early. */
function isForFunction(request: IncomingMessage): boolean {
  return /\.twil\.io(?::\d+)?$/i.test(request.headers.host ?? '');
}
