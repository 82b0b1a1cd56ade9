import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createTransport } from '../../../../scripts/emulator/executions/transport';
import type { EdgeRequest } from '../../../../scripts/emulator/runtime/functions-host';

const DOMAIN = 'verify-1234-dev.twil.io';
let server: Server;
let port: number;
beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader(
      'X-Asked',
      `${request.method ?? ''} ${request.headers.host ?? ''}${request.url ?? ''}`,
    );
    request.pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const edgeRequests: EdgeRequest[] = [];
const transport = createTransport({
  apiPort: () => port,
  functions: {
    domains: () => [DOMAIN],
    request: (request) => {
      edgeRequests.push(request);
      return Promise.resolve({ status: 201, headers: { 'X-From': 'function' }, body: 'made' });
    },
  },
});
const send = (url: string) =>
  transport({ method: 'POST', url: new URL(url), headers: { 'content-type': 'text/plain' }, body: 'hello' });

describe('createTransport', () => {
  test('hands requests to a Function domain to its host', async () => {
    expect(await send(`https://${DOMAIN}/start?a=b`)).toEqual({
      status: 201,
      headers: { 'x-from': 'function' },
      body: 'made',
    });
    expect(edgeRequests).toMatchObject([
      { method: 'POST', domain: DOMAIN, path: '/start?a=b', body: 'hello', headers: { host: DOMAIN } },
    ]);
  });

  test('leads hosts of Twilio to the local APIs', async () => {
    const response = await send('https://verify.twilio.com/v2/Services?x=1');
    expect(response).toMatchObject({ status: 200, body: 'hello' });
    expect(response.headers['x-asked']).toBe('POST verify.twilio.com/v2/Services?x=1');
  });

  test('reaches servers on this machine', async () => {
    const response = await send(`http://127.0.0.1:${port}/hook`);
    expect(response.headers['x-asked']).toBe(`POST 127.0.0.1:${port}/hook`);
  });

  test.each(['https://example.com/', 'http://127.0.0.1.example.com/', 'https://other-1-dev.twil.io/'])(
    'cannot reach %s',
    async (url) => {
      await expect(send(url)).rejects.toThrow('it is not on this machine');
    },
  );

  test('rejects where nobody listens', async () => {
    await expect(send('http://127.0.0.1:1/')).rejects.toThrow('ECONNREFUSED');
  });
});
