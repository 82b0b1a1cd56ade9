import { useQuietRuntime } from '../fakes/invoke-otp';
import {
  askSession,
  createWebWorld,
  heading,
  newBrowser,
  open,
  RETURN_URL,
  sessionFor,
  submit,
} from '../fakes/web-world';
import type { WebWorld } from '../fakes/web-world';

useQuietRuntime();

async function confirm(
  world: WebWorld,
  userId: string,
  fields: object = {},
  number = '4155550100',
): Promise<void> {
  const browser = newBrowser();
  await open(world, browser, (await sessionFor(world, userId, fields)).token);
  await submit(world, browser, 'number', { country: 'US', number });
  await submit(world, browser, 'code', { code: world.code() });
}

describe('POST /web/session', () => {
  test('answers a link without anything personal in it', async () => {
    const world = createWebWorld();
    const fields = {
      userId: 'ann@example.com',
      phoneNumber: '+14155550100',
      returnUrl: RETURN_URL,
      locale: 'de',
    };
    const { status, body } = await askSession(world, fields);
    expect(status).toBe(201);
    expect(body).toEqual({
      sessionId: expect.stringMatching(/^ws_[\w-]{22}$/),
      url: expect.stringMatching(/^https:\/\/otp\.example\.twil\.io\/web\/start\?token=[\w-]{43}$/),
      expiresAt: expect.stringMatching(/Z$/),
      phoneNumberConfirmed: false,
      correlationId: expect.any(String),
    });
    const kept = world.sync.everything();
    for (const secret of ['ann@example.com', '4155550100', String(body['url']).slice(-43)]) {
      expect(kept).not.toContain(secret);
    }
  });

  test('tells of a confirmed user and texts nobody, unless asked again', async () => {
    const world = createWebWorld();
    await confirm(world, 'ann');
    const known = await askSession(world, { userId: 'ann', returnUrl: RETURN_URL });
    expect(known.status).toBe(200);
    expect(known.body).toMatchObject({ phoneNumberConfirmed: true, phoneNumber: '+1******0100' });
    expect(known.body['url']).toBeUndefined();
    const same = { userId: 'ann', returnUrl: RETURN_URL, phoneNumber: '+1 415 555 0100' };
    expect((await askSession(world, same)).status).toBe(200);
    expect((await askSession(world, { userId: 'ann', returnUrl: RETURN_URL, again: true })).status).toBe(201);
    expect(world.texts).toHaveLength(1);
  });

  test('unconfirms a user whose number is another one now', async () => {
    const world = createWebWorld();
    await confirm(world, 'ann');
    const other = { userId: 'ann', returnUrl: RETURN_URL, phoneNumber: '+14155550101' };
    expect((await askSession(world, other)).status).toBe(201);
    const { body } = await askSession(world, { userId: 'ann' }, {}, false);
    expect(body).toMatchObject({
      phoneNumber: '+1******0101',
      phoneNumberConfirmed: false,
      confirmedAt: null,
      status: 'unconfirmed',
    });
  });

  test('keeps a number confirmed until another one is', async () => {
    const world = createWebWorld();
    await confirm(world, 'ann');
    const browser = newBrowser();
    await open(world, browser, (await sessionFor(world, 'ann', { again: true })).token);
    await submit(world, browser, 'number', { country: 'US', number: '4155550101' });
    const before = await askSession(world, { userId: 'ann' }, {}, false);
    expect(before.body).toMatchObject({ phoneNumber: '+1******0100', phoneNumberConfirmed: true });
    await submit(world, browser, 'code', { code: world.code() });
    const after = await askSession(world, { userId: 'ann' }, {}, false);
    expect(after.body).toMatchObject({ phoneNumber: '+1******0101', phoneNumberConfirmed: true });
  });

  test.each([
    [{ returnUrl: RETURN_URL }, 'userId'],
    [{ userId: '', returnUrl: RETURN_URL }, 'userId'],
    [{ userId: 7, returnUrl: RETURN_URL }, 'userId'],
    [{ userId: ['a'], returnUrl: RETURN_URL }, 'userId'],
    [{ userId: 'u' }, 'returnUrl'],
    [{ userId: 'u', returnUrl: RETURN_URL, phoneNumber: {} }, 'phoneNumber'],
    [{ userId: 'u', returnUrl: RETURN_URL, locale: '<de>' }, 'locale'],
    [{ userId: 'u', returnUrl: RETURN_URL, again: 'yes' }, 'again'],
  ])('refuses %j for its %s', async (fields, field) => {
    const { status, body } = await askSession(createWebWorld(), fields);
    expect([status, body['code'], body['field']]).toEqual([400, 'invalid_request', field]);
  });

  test.each([
    ['+1 415 555', 422, 'invalid_number'],
    ['+447911123456', 403, 'country_not_allowed'],
  ])('refuses the number %s', async (phoneNumber, status, code) => {
    const answer = await askSession(createWebWorld(), { userId: 'u', returnUrl: RETURN_URL, phoneNumber });
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  test('needs a key and JSON', async () => {
    const world = createWebWorld();
    const fields = { userId: 'u', returnUrl: RETURN_URL };
    const keyless = await askSession(world, fields, { headers: { authorization: 'Bearer nobody' } });
    expect(keyless.status).toBe(401);
    const form = await askSession(world, fields, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.status).toBe(415);
  });
});

describe('GET /web/session', () => {
  test('tells where a session stands', async () => {
    const world = createWebWorld();
    const { sessionId, token } = await sessionFor(world);
    const ask = async () => (await askSession(world, { sessionId }, {}, false)).body['status'];
    expect(await ask()).toBe('pending');
    await world.time.run(new Promise<void>((resolve) => void world.time.after(601_000, resolve)));
    expect(await ask()).toBe('expired');
    expect(heading(await open(world, newBrowser(), token))).toBe('Time is up');
  });

  test.each([{}, { sessionId: ['a'] }])('refuses %j', async (fields) => {
    const { status } = await askSession(createWebWorld(), fields, {}, false);
    expect(status).toBe(400);
  });

  test.each(['ws_x', `ws_${'A'.repeat(22)}`, 'day-2026-01-15-0'])(
    'does not know the session %s',
    async (sessionId) => {
      const { status, body } = await askSession(createWebWorld(), { sessionId }, {}, false);
      expect([status, body['code']]).toEqual([404, 'unknown_request']);
    },
  );

  test('knows nothing of a user who was never here', async () => {
    const { status, body } = await askSession(createWebWorld(), { userId: 'nobody' }, {}, false);
    expect(status).toBe(200);
    expect(body).toMatchObject({ phoneNumber: null, phoneNumberConfirmed: false, confirmedAt: null });
  });
});
