import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';

import { LOOPBACK } from '../interception/hosts';
import { findDestination } from './find-destination';
import type { Certificate } from './issue-certificate';

/** What a proxy door needs. */
export interface ProxyDoorOptions {
  /** Where the local Twilio listens on 127.0.0.1. */
  readonly twilioPort: number;
  readonly certificate: Pick<Certificate, 'key' | 'certificate'>;
  /** Where the door listens on 127.0.0.1; a free port by default. */
  readonly port?: number;
}

/** A proxy that leads programs to the local Twilio and to nowhere else. */
export interface ProxyDoor {
  readonly port: number;
  /** `http://127.0.0.1:4011`: what goes into `HTTP_PROXY` and `HTTPS_PROXY`. */
  readonly url: string;
  /** Cuts every connection and frees the port. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts an HTTP proxy on 127.0.0.1. A CONNECT to a host of Twilio gets our certificate and then, byte for byte, the
 * local Twilio, which chooses by the `Host` header that the program wrote. Everything else is refused with 403 and
 * Twilio's error shape, so that programs show the reason. Rejects with Node's `EADDRINUSE` when the port is taken.
 */
export async function startProxyDoor(options: ProxyDoorOptions): Promise<ProxyDoor> {
  const { key, certificate: cert } = options.certificate;
  const passage = { twilioPort: options.twilioPort, context: createSecureContext({ key, cert }) };
  const connections = new Set<Duplex>();
  const track: Track = (connection) => {
    connections.add(connection);
    // A program may go away at any time; what is left of its connections is closed by `pipeline`.
    connection.on('error', () => undefined);
    connection.once('close', () => connections.delete(connection));
    return connection;
  };
  const server = createServer(refusePlainRequest);
  server.on('connection', track);
  server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    const destination = findDestination(request.url ?? '');
    if (destination.kind === 'refused') refuse(client, destination.message);
    else letThrough(client, head, passage, track);
  });
  const port = await listen(server, options.port ?? 0);
  return { port, url: `http://${LOOPBACK}:${String(port)}`, stop: () => close(server, connections) };
}

/** Remembers a connection until it is closed. */
type Track = <Connection extends Duplex>(connection: Connection) => Connection;

interface Passage {
  readonly twilioPort: number;
  readonly context: SecureContext;
}

function letThrough(client: Duplex, head: Buffer, passage: Passage, track: Track): void {
  client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
  if (head.length > 0) client.unshift(head);
  const { twilioPort, context: secureContext } = passage;
  const secure = track(new TLSSocket(client, { isServer: true, secureContext, ALPNProtocols: ['http/1.1'] }));
  // Half open: an answer that ends with its connection reaches the program whole before this side is closed, too.
  const twilio = track(connect({ host: LOOPBACK, port: twilioPort, allowHalfOpen: true, noDelay: true }));
  pipeline(secure, twilio, () => undefined);
  pipeline(twilio, secure, () => undefined);
}

function refusePlainRequest(_request: IncomingMessage, response: ServerResponse): void {
  const message =
    'This is the proxy door of the local Twilio. It leads HTTPS requests for Twilio (CONNECT) to it, and nothing else anywhere.';
  const body = refusal(message);
  response.writeHead(403, { 'content-type': 'application/json', connection: 'close' }).end(body);
}

function refuse(client: Duplex, message: string): void {
  const body = refusal(message);
  const head = [
    'HTTP/1.1 403 Forbidden',
    'Content-Type: application/json',
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    'Connection: close',
  ];
  client.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => client.destroy());
}

/** https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions */
function refusal(message: string): string {
  return `${JSON.stringify({ code: null, message, more_info: null, status: 403 })}\n`;
}

async function listen(server: Server, port: number): Promise<number> {
  await once(server.listen(port, LOOPBACK), 'listening');
  return (server.address() as AddressInfo).port;
}

function close(server: Server, connections: ReadonlySet<Duplex>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const connection of connections) connection.destroy();
  });
}
