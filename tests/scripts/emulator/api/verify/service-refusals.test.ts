import { type LocalTwilio, startLocalTwilio } from '../../../../support/local-twilio';
import { createCaller, outcomeOf } from './caller';

let twilio: LocalTwilio;
let serviceSid: string;

beforeEach(async () => {
  twilio = await startLocalTwilio();
  serviceSid = (await twilio.client.verify.v2.services.create({ friendlyName: 'Example' })).sid;
});
afterEach(() => twilio.stop());

const service = () => twilio.client.verify.v2.services(serviceSid);

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
    const to = '+14155550100';
    const caller = createCaller(twilio, serviceSid, to);
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
