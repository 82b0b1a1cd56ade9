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

/** Tags as Verify takes them: JSON. */
const tagsOf = (count: number, value = 'v') =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag${index}`, value])));

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
    ['RateLimits that is cut short', { rateLimits: '{' }, '60200/400', 'RateLimits'],
    ['RateLimits that is no object', { rateLimits: ['x'] }, '60200/400', 'RateLimits'],
    ['Tags that is no JSON', { tags: 'zzz' }, '60200/400', 'Tags'],
    ['Tags that is no object', { tags: '["a"]' }, '60200/400', 'Tags'],
    ['Tags with eleven tags', { tags: tagsOf(11) }, '60200/400', 'Tags'],
    ['Tags with a long value', { tags: tagsOf(1, 'v'.repeat(129)) }, '60200/400', 'Tags'],
    ['Tags with a long name', { tags: JSON.stringify({ ['n'.repeat(129)]: '' }) }, '60200/400', 'Tags'],
    ['Tags with a value that is no text', { tags: '{"a":1}' }, '60200/400', 'Tags'],
  ])('refuses a %s', async (_name, parameters, outcome, named) => {
    const answer = service().verifications.create({ to, channel: 'sms', ...parameters });
    expect(await outcomeOf(answer)).toBe(outcome);
    expect((twilio.exchanges.at(-1)?.body as { message: string }).message).toContain(named);
    expect(twilio.context.store.messages.size).toBe(0);
  });

  test('takes as many and as long tags as allowed', async () => {
    expect(await caller.start('sms', { tags: tagsOf(10, 'v'.repeat(128)) })).toBe('pending');
    expect(await caller.start('sms', { tags: JSON.stringify({ ['n'.repeat(128)]: '' }) })).toBe('pending');
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
    ['a VerificationSid that is a number', { verificationSid: to, code: '123456' }, '20404/404'],
    ['a VerificationSid of nobody', { verificationSid: `VE${'0'.repeat(32)}`, code: '123456' }, '20404/404'],
  ])('refuses %s', async (_name, parameters, outcome) => {
    await caller.start();
    expect(await outcomeOf(service().verificationChecks.create(parameters))).toBe(outcome);
    expect(await caller.check(caller.code())).toBe('approved');
  });
});
