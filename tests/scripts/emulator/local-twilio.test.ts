import {
  type LocalTwilio,
  type LocalTwilioOptions,
  startLocalTwilio,
} from '../../../scripts/emulator/local-twilio';

const NUMBER = '+14155550100';
const started: LocalTwilio[] = [];
async function start(options: Partial<LocalTwilioOptions> = {}): Promise<LocalTwilio> {
  const twilio = await startLocalTwilio({ clock: 'virtual', ...options });
  started.push(twilio);
  return twilio;
}
afterEach(async () => {
  await Promise.all(started.splice(0).map((twilio) => twilio.stop()));
});

async function codeSentBy(twilio: LocalTwilio): Promise<string | undefined> {
  const verify = twilio.client().verify.v2;
  const { sid } = await verify.services.create({ friendlyName: 'Test' });
  await verify.services(sid).verifications.create({ to: NUMBER, channel: 'sms' });
  return twilio.inbox(NUMBER)[0]?.body;
}

describe('startLocalTwilio', () => {
  test('gives the real SDK what it asks for', async () => {
    expect(await codeSentBy(await start())).toMatch(/code is: \d{6}$/);
  });

  test('gives the same codes for the same seed', async () => {
    const seeds = ['a', 'a', 'b'];
    const codes = [];
    for (const seed of seeds) codes.push(await codeSentBy(await start({ seed })));
    expect(codes[0]).toBe(codes[1]);
    expect(codes[0]).not.toBe(codes[2]);
  });

  test('ignores the edge and the region of the environment', async () => {
    const set = { TWILIO_EDGE: 'dublin', TWILIO_REGION: 'ie1' };
    Object.assign(process.env, set);
    try {
      const client = (await start()).client();
      expect([client.edge, client.region]).toEqual(['', '']);
      expect(await client.verify.v2.services.list()).toEqual([]);
    } finally {
      for (const name of Object.keys(set)) Reflect.deleteProperty(process.env, name);
    }
  });

  test('tells of messages and requests', async () => {
    const twilio = await start();
    const told: string[] = [];
    twilio.onMessage(({ to }) => told.push(to));
    twilio.onRequest(({ method, path, status }) =>
      told.push(`${method} ${path.split('/')[2] ?? ''} ${status ?? ''}`),
    );
    await codeSentBy(twilio);
    expect(told).toEqual(['POST Services 201', NUMBER, 'POST Services 201']);
  });

  test('answers on loopback without credentials about itself', async () => {
    const twilio = await start();
    const response = await fetch(`${twilio.url}/_local/health`);
    expect(await response.json()).toMatchObject({ accountSid: twilio.account.sid });
  });

  test('throws as Node does when the port is taken', async () => {
    const { port } = await start();
    await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE', port });
  });

  test('shows the real time when told so', async () => {
    const before = Date.now();
    const { clock } = await start({ clock: 'real' });
    expect(clock.now()).toBeGreaterThanOrEqual(before);
  });

  test('keeps a text that nobody waits for', async () => {
    const twilio = await start();
    const message = twilio.sendText({ from: NUMBER, to: '+14155550199', body: 'Hello' });
    expect(twilio.store.messages.get(message.sid)).toMatchObject({
      direction: 'inbound',
      status: 'received',
    });
  });
});
