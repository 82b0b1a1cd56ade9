import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { ApiContext } from './api/context';
import { createGateway, type RequestRecord } from './api/gateway';
import { createTraffic, type Traffic } from './api/traffic';
import type { FunctionsHost } from './runtime/functions-host';
import type { Faults } from './simulate/faults';

/** What a local Twilio is made of. */
export interface ServerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly context: ApiContext;
  readonly faults: Faults;
  /** Answers for the domains of the Functions; without it they are unknown hosts. */
  readonly functionsHost?: FunctionsHost;
  /** Counts the requests; given where a clock has to know the counts before the server is there. */
  readonly traffic?: Traffic;
}

/** A server that listens. */
export interface LocalServer {
  readonly port: number;
  /** `http://127.0.0.1:4010`; the product is chosen by the `Host` header. */
  readonly url: string;
  readonly traffic: Traffic;
  /** Tells of every request once it is answered; call the answer to stop listening. */
  readonly onRequest: (listener: (record: RequestRecord) => void) => () => void;
  /** Ends every connection, also of answers that are still held, and frees the port. */
  readonly close: () => Promise<void>;
}

/** `port-in-use`: something else listens there. */
export type StartResult =
  | { readonly kind: 'started'; readonly server: LocalServer }
  | { readonly kind: 'port-in-use'; readonly port: number };

/** Starts the HTTP server of the local Twilio on 127.0.0.1, never on another interface. */
export async function startServer(options: ServerOptions): Promise<StartResult> {
  const traffic = options.traffic ?? createTraffic();
  const gateway = createGateway({ ...options, traffic });
  // Global Request and Response stay what they are: the same process may hold other servers and test tools.
  const server = createAdaptorServer({
    fetch: (request, env) => gateway.fetch(request, env as HttpBindings),
    overrideGlobalObjects: false,
  }) as Server;
  const sockets = trackSockets(server);
  if (!(await listen(server, options.port))) return { kind: 'port-in-use', port: options.port };
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    gateway.close();
    await closeServer(server, sockets);
  };
  return {
    kind: 'started',
    server: { port, url: `http://127.0.0.1:${port}`, traffic, onRequest: gateway.onRequest, close },
  };
}

function trackSockets(server: Server): Set<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

/** False when the port is taken; any other trouble is a broken environment and is thrown. */
function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(true));
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(port, '127.0.0.1');
  });
}

function closeServer(server: Server, sockets: Set<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}
