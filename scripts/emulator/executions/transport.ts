import { request as httpRequest } from 'node:http';

import { isTwilioHost } from '../../../studio/model/twilio-host';
import { isLoopback } from '../interception/hosts';
import type { FunctionsHost } from '../runtime/functions-host';

/** A request on its way out of Studio. `url` is absolute. */
export interface TransportRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer as it came; header names are in lower case. */
export interface TransportResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends one request to wherever its host is on this machine. Rejects when there is no such place. */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

/** Where the hosts of the local Twilio are. */
export interface TransportRoutes {
  readonly functions: Pick<FunctionsHost, 'domains' | 'request'>;
  /** Port of the local Twilio's APIs on loopback. */
  readonly apiPort: () => number;
}

/**
 * A transport that never leaves this machine: Function domains go to their host, Twilio's own to the local APIs,
 * loopback addresses to themselves; nothing else can be reached.
 */
export function createTransport(routes: TransportRoutes): Transport {
  return (request) => {
    const { hostname } = request.url;
    if (routes.functions.domains().includes(hostname)) return askFunction(routes, request);
    if (isTwilioHost(hostname)) return askLoopback(request, routes.apiPort());
    if (isLoopback(hostname)) return askLoopback(request, Number(request.url.port || '80'));
    return Promise.reject(new Error(`Cannot reach "${hostname}": it is not on this machine`));
  };
}

async function askFunction(routes: TransportRoutes, request: TransportRequest): Promise<TransportResponse> {
  const { url, method, headers, body } = request;
  const response = await routes.functions.request({
    method,
    domain: url.hostname,
    path: url.pathname + url.search,
    headers: { host: url.host, ...headers },
    body,
  });
  return { ...response, headers: lowerCased(response.headers) };
}

function askLoopback(request: TransportRequest, port: number): Promise<TransportResponse> {
  const { url, method, headers, body } = request;
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      {
        host: '127.0.0.1',
        port,
        method,
        path: url.pathname + url.search,
        headers: { ...headers, host: url.host, 'content-length': String(Buffer.byteLength(body)) },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          resolve({
            status: incoming.statusCode ?? 0,
            headers: lowerCased(incoming.headers),
            body: Buffer.concat(chunks).toString('utf8'),
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function lowerCased(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? ''].flat().join(', ')]),
  );
}
