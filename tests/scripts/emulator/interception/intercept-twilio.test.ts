import dgram from 'node:dgram';
import dns from 'node:dns';
import { once } from 'node:events';
import http, { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { AddressInfo } from 'node:net';

import twilio from 'twilio';

import { interceptTwilio } from '../../../../scripts/emulator/interception/intercept-twilio';

/** An address that is never given to anybody (RFC 5737), and a name that never exists (RFC 2606). */
const FOREIGN = ['203.0.113.1', 'example.invalid', '2001:db8::1'];

describe('interceptTwilio', () => {
  const seen: {
    host: string | undefined;
    method: string | undefined;
    url: string | undefined;
    body: string;
  }[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ host: request.headers.host, method: request.method, url: request.url, body });
      response.setHeader('content-type', 'application/json').end('{"status":"pending","sid":"VE1"}');
    });
  });
  let undo: () => void;

  beforeAll(async () => {
    process.env['HTTP_PROXY'] = 'http://127.0.0.1:9';
    await once(server.listen(0, '127.0.0.1'), 'listening');
    undo = interceptTwilio({ port: (server.address() as AddressInfo).port });
  });
  beforeEach(() => void seen.splice(0));
  afterAll(() => {
    undo();
    delete process.env['HTTP_PROXY'];
    server.closeAllConnections();
    server.close();
  });

  test('leads the Twilio SDK to the local port', async () => {
    const client = twilio(`AC${'1'.repeat(32)}`, '2'.repeat(32));
    const verification = await client.verify.v2
      .services(`VA${'0'.repeat(32)}`)
      .verifications.create({ to: '+14155550100', channel: 'sms' });
    expect(verification.status).toBe('pending');
    expect(seen).toEqual([
      {
        host: 'verify.twilio.com',
        method: 'POST',
        url: `/v2/Services/VA${'0'.repeat(32)}/Verifications`,
        body: 'To=%2B14155550100&Channel=sms',
      },
    ]);
  });

  test('leads https.get to the local port', async () => {
    const request = https.get('https://api.twilio.com/2010-04-01/Accounts.json?PageSize=1');
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.resume();
    expect(seen).toMatchObject([{ host: 'api.twilio.com', url: '/2010-04-01/Accounts.json?PageSize=1' }]);
  });

  test('leads fetch to the local port, body and all', async () => {
    await fetch('https://start-1234-dev.twil.io/start?a=1', { method: 'POST', body: 'to=me' });
    await fetch(new Request('https://studio.twilio.com/v2/Flows'));
    expect(seen).toEqual([
      { host: 'start-1234-dev.twil.io', method: 'POST', url: '/start?a=1', body: 'to=me' },
      { host: 'studio.twilio.com', method: 'GET', url: '/v2/Flows', body: '' },
    ]);
  });

  test('is not misled by hosts that only look like Twilio', async () => {
    for (const url of ['https://twilio.com.example.invalid/', 'https://nottwilio.com/'])
      await expect(fetch(url)).rejects.toHaveProperty(
        'cause.message',
        expect.stringContaining('Cannot connect'),
      );
    expect(seen).toEqual([]);
  });

  test('leaves this machine within reach', async () => {
    const { port } = server.address() as AddressInfo;
    expect((await fetch(`http://127.0.0.1:${port}/plain`)).status).toBe(200);
    expect((await fetch(`http://localhost:${port}/plain`)).status).toBe(200);
    expect(await dns.promises.lookup('localhost')).toBeDefined();
  });

  test.each(FOREIGN)('refuses a connection to %s', async (host) => {
    const attempts = [
      net.connect(443, host),
      net.connect({ host, port: 443 }),
      net.connect({ host, port: 443, path: '' }),
      new net.Socket().connect(443, host),
    ];
    const errors = await Promise.all(
      attempts.map((socket) => new Promise<Error>((resolve) => socket.once('error', resolve))),
    );
    for (const error of errors) {
      expect(error).toMatchObject({ code: 'EBLOCKED' });
      expect(error.message).toContain(`"${host}"`);
    }
  });

  test('refuses a foreign address that a look-up smuggles in', async () => {
    const { port } = server.address() as AddressInfo;
    const lookup: net.LookupFunction = (_name, _options, callback) => callback(null, '203.0.113.1', 4);
    const options = { host: 'localhost', port, lookup, family: 4 };
    for (const given of [options, Object.freeze({ ...options }), Object.setPrototypeOf({ port }, options)]) {
      const socket = net.connect(given as net.NetConnectOpts);
      await once(socket, 'connect');
      expect(socket.remoteAddress).toBe('127.0.0.1');
      socket.destroy();
    }
  });

  test('refuses look-ups of foreign names', async () => {
    const refused = { code: 'EBLOCKED' };
    await expect(dns.promises.lookup('example.invalid')).rejects.toMatchObject(refused);
    await expect(dns.promises.resolve4('example.invalid')).rejects.toMatchObject(refused);
    await expect(new dns.promises.Resolver().resolveTxt('example.invalid')).rejects.toMatchObject(refused);
    const error = await new Promise((resolve) => dns.resolveMx('example.invalid', resolve));
    expect(error).toMatchObject(refused);
    const other = await new Promise((resolve) => new dns.Resolver().resolve4('example.invalid', resolve));
    expect(other).toMatchObject(refused);
  });

  test('refuses datagrams to foreign addresses', () => {
    const socket = dgram.createSocket('udp4');
    expect(() => socket.send('x', 53, '203.0.113.1')).toThrow('Cannot send a datagram to "203.0.113.1"');
    expect(() => socket.connect(53, '203.0.113.1')).toThrow('Cannot send a datagram to "203.0.113.1"');
    socket.close();
  });

  test('takes proxies out of the environment until it is undone', () => {
    expect(process.env['HTTP_PROXY']).toBeUndefined();
    undo();
    expect(process.env['HTTP_PROXY']).toBe('http://127.0.0.1:9');
    undo = interceptTwilio({ port: (server.address() as AddressInfo).port });
  });

  test('puts everything back as it was', () => {
    const look = (): unknown[] => [
      Reflect.get(net.Socket.prototype, 'connect'),
      Reflect.get(http.Agent.prototype, 'addRequest'),
      Reflect.get(dgram.Socket.prototype, 'send'),
      Reflect.get(dns, 'lookup'),
      globalThis.fetch,
    ];
    undo();
    const before = look();
    undo = interceptTwilio({ port: (server.address() as AddressInfo).port });
    look().forEach((value, index) => expect(value).not.toBe(before[index]));
    undo();
    look().forEach((value, index) => expect(value).toBe(before[index]));
    undo = interceptTwilio({ port: (server.address() as AddressInfo).port });
  });
});
