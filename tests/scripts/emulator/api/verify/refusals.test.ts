import { type LocalTwilio, startLocalTwilio } from '../../../../support/local-twilio';
import { type Caller, createCaller, outcomeOf } from './caller';

const to = '+14155550100';
let twilio: LocalTwilio;
let serviceSid: string;
let caller: Caller;

beforeEach(async () => {
  twilio = await startLocalTwilio();
  serviceSid = (await twilio.client.verify.v2.services.create({ friendlyName: 'Example' })).sid;
  caller = createCaller(twilio, serviceSid, to);
});
afterEach(() => twilio.stop());

const service = () => twilio.client.verify.v2.services(serviceSid);

describe('start', () => {
  test.each([
    ['To that is no number', { to: 'hello' }, '60200/400', 'To'],
    ['To without country code', { to: '4155550100' }, '60200/400', 'To'],
    ['To that is too short', { to: '+1415555' }, '60200/400', 'To'],
    ['To that is blank', { to: '' }, '60200/400', 'To'],
    ['Channel that does not exist', { channel: 'voice' }, '60200/400', 'Channel'],
    ['Channel that is not emulated', { channel: 'email' }, '60223/403', 'channel'],
    ['Locale that nobody speaks', { locale: 'xx' }, '60200/400', 'Locale'],
    [
      'CustomFriendlyName with five digits',
      { customFriendlyName: 'A 12345' },
      '60200/400',
      'CustomFriendlyName',
    ],
    ['RateLimits with an unknown name', { rateLimits: { nobody: 'x' } }, '60200/400', 'RateLimits'],
  ])('refuses a %s', async (_name, parameters, outcome, named) => {
    const answer = service().verifications.create({ to, channel: 'sms', ...parameters });
    expect(await outcomeOf(answer)).toBe(outcome);
    expect((twilio.exchanges.at(-1)?.body as { message: string }).message).toContain(named);
    expect(twilio.context.store.messages.size).toBe(0);
  });

  test('takes a custom code only where the service allows', async () => {
    await caller.start('sms', { customCode: '4242' });
    expect(caller.code()).toHaveLength(6);
    await caller.update('canceled');
    await service().update({ customCodeEnabled: true });
    expect(await caller.start('sms', { customCode: '42' })).toBe('60200/400');
    await caller.start('sms', { customCode: '4242' });
    expect(caller.code()).toBe('4242');
  });

  test('refuses a landline only with both settings on', async () => {
    twilio.context.store.lineTypes.set(to, 'landline');
    await service().update({ skipSmsToLandlines: true });
    expect(await caller.start()).toBe('pending');
    await service().update({ lookupEnabled: true });
    expect(await caller.start()).toBe('60205/403');
    expect(await caller.start('call')).toBe('pending');
  });

  test('refuses a second start while one is under way', async () => {
    const path = /Verifications$/;
    twilio.faults.add({
      host: 'verify.twilio.com',
      path,
      times: 1,
      effect: { kind: 'delay', milliseconds: 9000 },
    });
    const first = caller.start();
    while (twilio.server.traffic.held() === 0) await new Promise(setImmediate);
    expect(await caller.start()).toBe('60212/429');
    expect(await createCaller(twilio, serviceSid, '+14155550101').start()).toBe('pending');
    twilio.clock.advance(9000);
    expect(await first).toBe('pending');
    expect(await caller.start()).toBe('pending');
  });

  test('counts a rate limit for each value and interval', async () => {
    const limit = await service().rateLimits.create({ uniqueName: 'per_number' });
    await service().rateLimits(limit.sid).buckets.create({ max: 2, interval: 60 });
    const startFor = (value: string) => caller.start('sms', { rateLimits: { per_number: value } });
    expect([await startFor('a'), await startFor('a'), await startFor('a')]).toEqual([
      'pending',
      'pending',
      '20429/429',
    ]);
    expect(await startFor('b')).toBe('pending');
    expect(await caller.start()).toBe('pending');
    twilio.clock.advance(60_000);
    await caller.update('canceled');
    expect(await startFor('a')).toBe('pending');
  });
});

describe('check', () => {
  test.each([
    ['neither To nor VerificationSid', { code: '123456' }, '60221/400'],
    ['no Code', { to }, '60200/400'],
    ['a Code of three', { to, code: '123' }, '60200/400'],
    ['a Code of eleven', { to, code: '12345678901' }, '60200/400'],
    ['a To that is no number', { to: 'hello', code: '123456' }, '60200/400'],
    ['a VerificationSid of nobody', { verificationSid: `VE${'0'.repeat(32)}`, code: '123456' }, '20404/404'],
  ])('refuses %s', async (_name, parameters, outcome) => {
    await caller.start();
    expect(await outcomeOf(service().verificationChecks.create(parameters))).toBe(outcome);
    expect(await caller.check(caller.code())).toBe('approved');
  });
});

describe('service', () => {
  const create = (parameters: object) =>
    outcomeOf(
      twilio.client.verify.v2.services
        .create({ friendlyName: 'Example', ...parameters })
        .then(() => ({ status: 'created' })),
    );

  test.each([
    [{ friendlyName: '' }, '60200/400'],
    [{ friendlyName: 'a'.repeat(30) }, 'created'],
    [{ friendlyName: 'a'.repeat(31) }, '60200/400'],
    [{ friendlyName: 'Example 2026' }, 'created'],
    [{ friendlyName: 'Example 20261' }, '60200/400'],
    [{ codeLength: 3 }, '60200/400'],
    [{ codeLength: 4 }, 'created'],
    [{ codeLength: 10 }, 'created'],
    [{ codeLength: 11 }, '60200/400'],
  ])('with %j is %s', async (parameters, outcome) => {
    expect(await create(parameters)).toBe(outcome);
  });

  test('warns in its texts only when asked to', async () => {
    await caller.start();
    expect(twilio.context.inbox.messagesTo(to)[0]?.body).toBe(
      `Your Example verification code is: ${caller.code()}`,
    );
    await service().update({ doNotShareWarningEnabled: true });
    await caller.start();
    expect(twilio.context.inbox.messagesTo(to)[0]?.body).toContain('our employees will never ask');
  });
});

describe('rate limit', () => {
  const createLimit = (uniqueName: string) =>
    outcomeOf(
      service()
        .rateLimits.create({ uniqueName })
        .then(() => ({ status: 'created' })),
    );

  test('refuses names that are taken, wrong or too many', async () => {
    expect(await createLimit('one')).toBe('created');
    expect(await createLimit('one')).toBe('60208/400');
    expect(await createLimit('no spaces')).toBe('60209/400');
    for (let count = 2; count <= 10; count += 1) expect(await createLimit(`limit_${count}`)).toBe('created');
    expect(await createLimit('limit_11')).toBe('60207/400');
  });

  test('refuses buckets that are alike, empty or too many', async () => {
    const { sid } = await service().rateLimits.create({ uniqueName: 'one' });
    const createBucket = (max: number, interval: number) =>
      outcomeOf(
        service()
          .rateLimits(sid)
          .buckets.create({ max, interval })
          .then(() => ({ status: 'created' })),
      );
    expect(await createBucket(1, 60)).toBe('created');
    expect(await createBucket(2, 60)).toBe('60211/400');
    expect(await createBucket(0, 61)).toBe('60200/400');
    expect(await createBucket(1, 0)).toBe('60200/400');
    for (let count = 2; count <= 5; count += 1) expect(await createBucket(1, 60 * count)).toBe('created');
    expect(await createBucket(1, 999)).toBe('60210/400');
  });
});
