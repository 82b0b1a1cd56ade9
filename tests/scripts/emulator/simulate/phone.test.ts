import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { startLocalTwilio } from '../../../../scripts/emulator/local-twilio';

const [from, to] = ['+14155550199', '+14155550100'];

/** An application on loopback that asks for keys, thanks for them, and writes down what it is asked. */
async function startApplication(): Promise<{ server: Server; url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const form = new URLSearchParams(body);
      const what = form.get('Digits') ?? form.get('MessageStatus') ?? form.get('CallStatus');
      asked.push(`${String(request.url)} ${String(what)}`);
      response.setHeader('content-type', 'text/xml');
      const gather = '<Gather action="/keys"><Say>Your code is 1, 2, 3, 4.</Say></Gather>';
      response.end(`<Response>${request.url === '/voice' ? gather : '<Say>Bye.</Say>'}</Response>`);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

describe('phone', () => {
  test('gets texts and calls of the account over real HTTP', async () => {
    const { server, url, asked } = await startApplication();
    const twilio = await startLocalTwilio({ clock: 'virtual' });
    twilio.addPhoneNumber(from);
    const phone = twilio.phone(to);
    phone.behave({ keys: ['77#'] });
    const statusCallback = `${url}/status`;
    await twilio.client().messages.create({ from, to, body: 'Hello', statusCallback });
    await twilio.client().calls.create({ from, to, url: `${url}/voice`, statusCallback });
    expect(phone.texts().map(({ body }) => body)).toEqual(['Hello']);
    await twilio.wait(60_000);
    expect(phone.codeHeard()).toBe('1234');
    expect(phone.calls().map((call) => call.status())).toEqual(['completed']);
    expect(asked).toEqual([
      '/status sent',
      '/status delivered',
      '/voice in-progress',
      '/keys 77',
      '/status completed',
    ]);
    await twilio.stop();
    server.close();
  });
});
