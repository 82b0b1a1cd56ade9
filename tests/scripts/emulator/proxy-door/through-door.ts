import { once } from 'node:events';
import { createServer, request as plainRequest } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { connect as connectSecurely } from 'node:tls';
import type { TLSSocket } from 'node:tls';

import type { Certificate } from '../../../../scripts/emulator/proxy-door/issue-certificate';

/** What stands behind a door in these tests: an HTTP server that counts its connections. */
export interface Behind {
  readonly port: number;
  readonly connections: Set<Socket>;
  /** Connections that were ever made. */
  readonly count: () => number;
  readonly close: () => Promise<void>;
}

/** Starts what stands behind a door. */
export async function startBehind(listener: RequestListener): Promise<Behind> {
  const server: Server = createServer(listener);
  const connections = new Set<Socket>();
  let count = 0;
  server.on('connection', (socket) => {
    count += 1;
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { port: (server.address() as AddressInfo).port, connections, count: () => count, close };
}

/** Asks a door for a way to `host:port`. */
export async function connectThrough(
  door: { readonly port: number },
  authority: string,
): Promise<{ readonly status: number; readonly socket: Socket; readonly body: () => Promise<string> }> {
  const asking = plainRequest({ host: '127.0.0.1', port: door.port, method: 'CONNECT', path: authority });
  asking.end();
  const [response, socket, head] = (await once(asking, 'connect')) as [IncomingMessage, Socket, Buffer];
  if (head.length > 0) socket.unshift(head);
  return { status: response.statusCode ?? 0, socket, body: () => text(socket) };
}

/** A connection as a program has it that trusts the certificate's authority. */
export async function secureThrough(
  door: { readonly port: number },
  host: string,
  { authority }: Pick<Certificate, 'authority'>,
): Promise<TLSSocket> {
  const { socket } = await connectThrough(door, `${host}:443`);
  const secure = connectSecurely({ socket, servername: host, ca: authority });
  await once(secure, 'secureConnect');
  return secure;
}

/** What is asked over a connection. */
export interface Asking {
  readonly host: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** Sends one request over a connection and waits for the answer. */
export async function askOver(
  connection: TLSSocket,
  { host, body, ...rest }: Asking,
): Promise<IncomingMessage> {
  const sent = secureRequest({ host, ...rest, defaultPort: 443, createConnection: () => connection });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return response;
}

/** Settles when a connection is closed, however it ended. */
export function closed(connection: Socket): Promise<void> {
  return new Promise((resolve) => {
    connection.once('close', () => resolve());
    if (connection.closed) resolve();
  });
}
