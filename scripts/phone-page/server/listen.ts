import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of the page. */
export interface Listening {
  readonly port: number;
  /** Ends every connection, streams included, and frees the port. */
  readonly close: () => Promise<void>;
}

/** Serves on 127.0.0.1, never on another interface. Rejects with `EADDRINUSE` when something else has the port. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  wanted: number,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(Object.assign(error, { port: wanted }));
    });
    server.listen(wanted, '127.0.0.1');
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
