import { Agent, request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';

import type { EdgeRequest, EdgeResponse } from './functions-host';

/** Sends requests to one worker over connections that stay open. */
export interface WorkerClient {
  /** Rejects when the worker ends first. `extra` headers are added. */
  readonly send: (request: EdgeRequest, extra: Readonly<Record<string, string>>) => Promise<EdgeResponse>;
  readonly close: () => void;
}

/** Headers of one connection, not of the answer; the date of the real clock; and who made it. */
const DROPPED_HEADERS = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date', 'x-powered-by']);

/** A client for the worker at a port of 127.0.0.1. */
export function createWorkerClient(port: number): WorkerClient {
  const agent = new Agent({ keepAlive: true });
  return {
    send: (edgeRequest, extra) =>
      new Promise((resolve, reject) => {
        const { method, domain, path, body } = edgeRequest;
        const headers = { ...requestHeaders(edgeRequest), ...extra, host: domain };
        const outgoing = httpRequest({ agent, host: '127.0.0.1', port, method, path, headers });
        outgoing.once('error', reject);
        outgoing.once('response', (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.once('error', reject);
          incoming.once('end', () => {
            const bytes = Buffer.concat(chunks);
            const headersOut = responseHeaders(incoming.headers);
            resolve({
              status: incoming.statusCode ?? 500,
              headers: headersOut,
              body: bytes.toString(),
              bytes,
            });
          });
        });
        outgoing.end(body);
      }),
    close: () => agent.destroy(),
  };
}

function requestHeaders({ headers, body }: EdgeRequest): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => !['connection', 'content-length', 'transfer-encoding'].includes(name),
  );
  return { ...Object.fromEntries(kept), 'content-length': String(Buffer.byteLength(body)) };
}

function responseHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || DROPPED_HEADERS.has(name)) continue;
    kept[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return kept;
}
