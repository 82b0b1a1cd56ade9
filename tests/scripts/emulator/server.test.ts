import { products } from '../../../scripts/emulator/api/products';
import { startServer } from '../../../scripts/emulator/server';
import { account, type LocalTwilio, startLocalTwilio } from '../../support/local-twilio';
import { ask, basic, type RawRequest } from '../../support/raw-request';

const host = 'verify.twilio.com';
const path = '/v2/Services';
const headers = basic(account);
let twilio: LocalTwilio;

beforeEach(async () => {
  twilio = await startLocalTwilio();
});
afterEach(() => twilio.stop());

const answerTo = async (request: RawRequest) => {
  const answer = await ask(twilio.server.url, request);
  return answer && { ...answer, body: answer.body === '' ? null : (JSON.parse(answer.body) as object) };
};

const errorBody = (status: number, code: number, message: string) => ({
  status,
  body: { code, message, status, more_info: `https://www.twilio.com/docs/errors/${code}` },
});

describe('startServer', () => {
  test('says that a port is in use', async () => {
    const { port } = twilio.server;
    const result = await startServer({ port, context: twilio.context, faults: twilio.faults });
    expect(result).toEqual({ kind: 'port-in-use', port });
  });

  test.each(products.map((product) => product.host))('refuses wrong credentials at %s', async (name) => {
    for (const wrong of [
      {},
      basic({ ...account, authToken: 'token-of-nobody' }),
      { authorization: 'Bearer x' },
    ]) {
      const answer = await answerTo({ host: name, path: '/', headers: wrong });
      expect(answer).toMatchObject(errorBody(401, 20003, 'Authenticate'));
      expect(answer?.headers['www-authenticate']).toMatch(/^Basic /);
    }
  });

  test.each([
    ['an unknown path', { host, path: '/v2/Nothing', headers }, '/v2/Nothing'],
    ['an unknown resource', { host, path: `${path}/VA1`, headers }, `${path}/VA1`],
    ['an unknown host', { host: 'example.com', path: '/a', headers }, '/a'],
    [
      'another account',
      { host: 'api.twilio.com', path: '/2010-04-01/Accounts/AC2.json', headers },
      '/2010-04-01/Accounts/AC2.json',
    ],
  ])('does not find %s', async (_name, request, named) => {
    const message = `The requested resource ${named} was not found`;
    expect(await answerTo(request)).toMatchObject(errorBody(404, 20404, message));
  });

  test('refuses a method that a path has not', async () => {
    const answer = await answerTo({ host, path, method: 'DELETE', headers });
    expect(answer).toMatchObject(errorBody(405, 20004, 'Method not allowed'));
  });

  test('names the parameter that is missing', async () => {
    const answer = await answerTo({ host, path, method: 'POST', headers });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 60200, message: expect.stringContaining('FriendlyName') },
    });
  });

  test('tells of requests without queries and whole numbers', async () => {
    await ask(twilio.server.url, {
      host: 'lookups.twilio.com',
      path: '/v2/PhoneNumbers/%2B14155550100?Fields=a',
      headers,
    });
    expect(twilio.records).toEqual([
      {
        method: 'GET',
        host: 'lookups.twilio.com',
        path: '/v2/PhoneNumbers/…00',
        status: 200,
        milliseconds: 0,
        failure: null,
      },
    ]);
  });
});

describe('/_local', () => {
  test('answers health and inbox without credentials', async () => {
    await twilio.client.incomingPhoneNumbers.create({ phoneNumber: '+14155550199' });
    await twilio.client.messages.create({ from: '+14155550199', to: '+14155550100', body: 'Hello' });
    expect(await answerTo({ host: '127.0.0.1', path: '/_local/health' })).toMatchObject({
      body: { status: 'ok' },
    });
    const inbox = await answerTo({ host: 'localhost', path: '/_local/inbox/+14155550100' });
    expect(inbox).toMatchObject({ body: { messages: [{ body: 'Hello' }] } });
  });

  test('is not there under the name of a product', async () => {
    expect(await answerTo({ host, path: '/_local/inbox/+14155550100', headers })).toMatchObject({
      status: 404,
    });
  });
});

describe('fault', () => {
  const create: RawRequest = {
    host,
    path,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'FriendlyName=Example',
  };
  const services = () => twilio.context.store.verifyServices.size;

  test('answers an error instead of the effect', async () => {
    twilio.faults.add({
      host,
      effect: { kind: 'answer', status: 403, code: 60410, message: 'Blocked' },
      times: 1,
    });
    expect(await answerTo(create)).toMatchObject(errorBody(403, 60410, 'Blocked'));
    expect(services()).toBe(0);
    expect(await answerTo(create)).toMatchObject({ status: 201 });
  });

  test('cuts the connection before anything happens', async () => {
    twilio.faults.add({ host, effect: { kind: 'cut-before' } });
    expect(await answerTo(create)).toBeNull();
    expect(services()).toBe(0);
  });

  test('cuts the connection after it happened', async () => {
    twilio.faults.add({ host, effect: { kind: 'cut-after' } });
    expect(await answerTo(create)).toBeNull();
    expect(services()).toBe(1);
  });

  test('holds an answer until the clock gets there', async () => {
    twilio.faults.add({ host, effect: { kind: 'delay', milliseconds: 5000 } });
    const { traffic } = twilio.server;
    const held = new Promise<void>((resolve) => traffic.onChange((counts) => counts.held === 1 && resolve()));
    const answer = answerTo(create);
    await held;
    expect([traffic.inProgress(), traffic.held(), services()]).toEqual([1, 1, 1]);
    twilio.clock.advance(5000);
    expect(await answer).toMatchObject({ status: 201 });
    expect([traffic.inProgress(), traffic.held()]).toEqual([0, 0]);
    expect(twilio.records).toMatchObject([{ status: 201, milliseconds: 5000 }]);
  });
});
