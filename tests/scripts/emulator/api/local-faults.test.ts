import { startLocalTwilio, type LocalTwilio } from '../../../support/local-twilio';

let twilio: LocalTwilio;
beforeEach(async () => {
  twilio = await startLocalTwilio();
});
afterEach(() => twilio.stop());

const ask = async (method: string, body?: string) => {
  const response = await fetch(`${twilio.server.url}/_local/faults`, {
    method,
    ...(body !== undefined && { body }),
  });
  return { status: response.status, json: (await response.json()) as unknown };
};
const list = () => twilio.client.verify.v2.services.list();

describe('/_local/faults', () => {
  test('switches a fault on and off from outside', async () => {
    const effect = { kind: 'answer', status: 503, code: 20503, message: 'Service unavailable' };
    const fault = { host: 'verify.twilio.com', path: '/Services$', method: 'GET', after: 1, effect };
    expect(await ask('POST', JSON.stringify(fault))).toMatchObject({ status: 201 });
    expect(await list()).toEqual([]);
    await expect(list()).rejects.toMatchObject({ status: 503, code: 20503 });
    expect(await ask('DELETE')).toMatchObject({ status: 200 });
    expect(await list()).toEqual([]);
  });

  test('is not hit by a fault that hits everything', async () => {
    await ask('POST', JSON.stringify({ effect: { kind: 'cut-before' } }));
    await expect(list()).rejects.toThrow();
    expect(await ask('DELETE')).toMatchObject({ status: 200 });
    expect(await list()).toEqual([]);
  });

  test.each([
    ['nothing', '', /JSON object/],
    ['no effect', '{}', /"cut-after"/],
    ['an unknown effect', '{"effect":{"kind":"fire"}}', /"effect" must be one of/],
    ['an answer that is none', '{"effect":{"kind":"answer","status":200}}', /"effect" must be one of/],
    ['a delay without a time', '{"effect":{"kind":"delay"}}', /"effect" must be one of/],
    ['no regular expression', '{"effect":{"kind":"cut-before"},"path":"("}', /"path" must be a regular/],
    [
      'no number of times',
      '{"effect":{"kind":"cut-before"},"times":0}',
      /"times" must be a whole number from 1/,
    ],
  ])('says what is wrong with %s', async (_name, body, message) => {
    expect(await ask('POST', body)).toMatchObject({
      ...{ status: 400, json: { message: expect.stringMatching(message) as string } },
    });
    expect(await list()).toEqual([]);
  });
});
