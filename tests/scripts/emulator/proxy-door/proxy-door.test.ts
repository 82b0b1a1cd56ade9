import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { buffer, json, text } from 'node:stream/consumers';
import { connect as connectSecurely } from 'node:tls';

import { issueCertificate } from '../../../../scripts/emulator/proxy-door/issue-certificate';
import { startProxyDoor } from '../../../../scripts/emulator/proxy-door/proxy-door';
import type { ProxyDoor } from '../../../../scripts/emulator/proxy-door/proxy-door';
import { askOver, closed, connectThrough, secureThrough, startBehind } from './through-door';
import type { Behind } from './through-door';

const HOST = 'verify.twilio.com';

/** Good on the computer's own time, which is what TLS asks. */
const certificate = issueCertificate(Date.now());

describe('startProxyDoor', () => {
  let behind: Behind;
  let door: ProxyDoor;

  /** Answers with what it was sent; what else a test needs is in the path's name. */
  beforeEach(async () => {
    behind = await startBehind((incoming, response) => {
      if (incoming.url === '/cut') return incoming.socket.destroy();
      response.setHeader('x-host', incoming.rawHeaders[incoming.rawHeaders.indexOf('Host') + 1] ?? '');
      return incoming.pipe(response);
    });
    door = await startProxyDoor({ twilioPort: behind.port, certificate });
  });
  afterEach(async () => {
    await door.stop();
    await behind.close();
  });

  const through = (host = HOST) => secureThrough(door, host, certificate);
  const isServed = async (): Promise<boolean> => {
    const connection = await through();
    const { statusCode } = await askOver(connection, { host: HOST });
    connection.destroy();
    return statusCode === 200;
  };

  test.each(['verify.twilio.com', 'Studio.Twilio.com', 'serverless-upload.twilio.com', 'a-1-dev.twil.io'])(
    'leads %s to the local Twilio, its name intact',
    async (host) => {
      const response = await askOver(await through(host), { host });
      expect(response.headers['x-host']).toBe(host);
    },
  );

  test('keeps a connection for the next request', async () => {
    const connection = await through();
    for (const body of ['one', 'two', 'three']) {
      const response = await askOver(connection, {
        host: HOST,
        method: 'POST',
        headers: { connection: 'keep-alive' },
        body: Buffer.from(body),
      });
      expect(await text(response)).toBe(body);
    }
    expect(behind.count()).toBe(1);
  });

  test.each(['keep-alive', 'close'])('carries a large upload both ways, then %s', async (connection) => {
    const form = new FormData();
    form.set('Path', '/start-verify');
    form.set('Content', new Blob([Buffer.alloc(8_000_000, 'exports.handler')]), 'start-verify.js');
    const upload = new Response(form);
    const body = Buffer.from(await upload.arrayBuffer());
    const headers = { 'content-type': upload.headers.get('content-type') ?? '', connection };
    const asked = { host: HOST, method: 'POST', headers, body };
    const response = await askOver(await through(), asked);
    expect((await buffer(response)).equals(body)).toBe(true);
  });

  test('refuses other hosts and connects to nothing', async () => {
    const { status, body } = await connectThrough(door, `127.0.0.1:${String(behind.port)}`);
    expect(status).toBe(403);
    expect(JSON.parse(await body())).toMatchObject({
      status: 403,
      message: expect.stringContaining('does not connect to "127.0.0.1:'),
    });
    expect(behind.count()).toBe(0);
  });

  test.each(['http://verify.twilio.com/v2/Services', 'http://127.0.0.1/', '/'])(
    'refuses %s without a tunnel',
    async (path) => {
      const plain = request({ host: '127.0.0.1', port: door.port, path, method: 'POST' });
      plain.end('To=nobody');
      const [response] = (await once(plain, 'response')) as [IncomingMessage];
      expect(response.statusCode).toBe(403);
      expect(await json(response)).toMatchObject({ message: expect.stringContaining('proxy door') });
      expect(behind.count()).toBe(0);
    },
  );

  test('passes on that Twilio cut the connection', async () => {
    const connection = await through();
    await expect(askOver(connection, { host: HOST, path: '/cut' })).rejects.toThrow('socket hang up');
    expect(await isServed()).toBe(true);
  });

  test('passes on that the program went away', async () => {
    const connection = await through();
    connection.write(`POST / HTTP/1.1\r\nHost: ${HOST}\r\nContent-Length: 10\r\n\r\nhalf`);
    await once(connection, 'data');
    const gone = Promise.all([...behind.connections].map(closed));
    connection.destroy();
    expect(await gone).toHaveLength(1);
    expect(await isServed()).toBe(true);
  });

  test('ends the connection when no Twilio listens', async () => {
    const alone = await startProxyDoor({ twilioPort: 1, certificate });
    const { socket } = await connectThrough(alone, `${HOST}:443`);
    await closed(socket);
    await alone.stop();
    expect(socket.destroyed).toBe(true);
  });

  test('outlives a program that does not trust it', async () => {
    const { socket } = await connectThrough(door, `${HOST}:443`);
    const secure = connectSecurely({ socket, servername: HOST });
    await expect(once(secure, 'secureConnect')).rejects.toMatchObject({
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    });
    expect(await isServed()).toBe(true);
  });

  test('leaves nothing when it stops', async () => {
    const connection = await through();
    await text(await askOver(connection, { host: HOST, headers: { connection: 'keep-alive' } }));
    const ends = [connection, ...behind.connections].map(closed);
    expect(ends).toHaveLength(2);
    await door.stop();
    await Promise.all(ends);
    const again = await startProxyDoor({ twilioPort: behind.port, certificate, port: door.port });
    expect(again.url).toBe(`http://127.0.0.1:${String(door.port)}`);
    await again.stop();
  });

  test('rejects when its port is taken', async () => {
    const taken = startProxyDoor({ twilioPort: 1, certificate, port: behind.port });
    await expect(taken).rejects.toMatchObject({ code: 'EADDRINUSE', port: behind.port });
  });
});
