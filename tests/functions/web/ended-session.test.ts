import { letPass, useQuietRuntime } from '../fakes/invoke-otp';
import { atCode } from '../fakes/web-people';
import type { Person } from '../fakes/web-people';
import { askSession, createWebWorld, get, heading, post, sessionFor, submit } from '../fakes/web-world';
import type { WebWorld } from '../fakes/web-world';

useQuietRuntime();

const SESSION = 1_801_000;
const [CONFIRMED, CHANGED] = ['Already confirmed', 'Your number was changed meanwhile'];

async function confirmed(world: WebWorld): Promise<Person> {
  const person = await atCode(world, 'ann');
  await submit(world, person.browser, 'code', { code: world.code() });
  return person;
}

/** What the application is told of a session, or of its user. */
async function told(world: WebWorld, fields: object): Promise<Readonly<Record<string, unknown>>> {
  return (await askSession(world, fields, {}, false)).body;
}

describe('a confirmed session whose time is over', () => {
  test('says that the number is confirmed, and makes no proof', async () => {
    const world = createWebWorld();
    const { browser } = await confirmed(world);
    await letPass(world, SESSION);
    const page = await get(world, browser, 'verify');
    expect([page.status, heading(page)]).toEqual([200, CONFIRMED]);
    expect(page.text).toContain('name="status" value="already_confirmed"');
    expect(page.text).not.toContain('name="proof"');
  });

  test.each(['number', 'code', 'resend'] as const)('answers the form of %s likewise', async (form) => {
    const world = createWebWorld();
    const { browser } = await atCode(world, 'ann');
    const tab = { ...browser };
    await submit(world, browser, 'code', { code: world.code() });
    await letPass(world, SESSION);
    expect(heading(await post(world, tab, form, { code: world.code() }))).toBe(CONFIRMED);
    expect(world.texts).toHaveLength(1);
  });

  test('stays confirmed for the application, and the user for good', async () => {
    const world = createWebWorld();
    const { sessionId } = await confirmed(world);
    await letPass(world, SESSION);
    expect(await told(world, { sessionId })).toMatchObject({
      status: 'confirmed',
      phoneNumberConfirmed: true,
    });
    await letPass(world, 400 * 24 * 3600 * 1000);
    expect(await told(world, { sessionId })).toMatchObject({ code: 'unknown_request' });
    expect(await told(world, { userId: 'ann' })).toMatchObject({
      status: 'confirmed',
      phoneNumberConfirmed: true,
    });
  });

  test.each([0, SESSION])(
    'is not said to be confirmed when the number was changed since: after %d ms',
    async (pause) => {
      const world = createWebWorld();
      const { browser, sessionId } = await confirmed(world);
      await letPass(world, pause + 1);
      await sessionFor(world, 'ann', { phoneNumber: '+14155550188' });
      const page = await get(world, browser, 'verify');
      expect([page.status, heading(page)]).toEqual([410, CHANGED]);
      expect(page.text).not.toContain('return-form');
      expect(await told(world, { sessionId })).toMatchObject({ phoneNumberConfirmed: false });
    },
  );
});

describe('a session whose time is over', () => {
  test('is confirmed by a right code that came in time, when its process ended half way', async () => {
    const world = createWebWorld();
    const { browser, sessionId } = await atCode(world, 'ann');
    const mishaps = new Map([[3, 'ends-after'] as const]);
    await post(world, browser, 'code', { code: world.code() }, { mishaps });
    await letPass(world, SESSION);
    expect(await told(world, { sessionId })).toMatchObject({
      status: 'expired',
      phoneNumberConfirmed: false,
    });
    expect(heading(await get(world, browser, 'verify'))).toBe(CONFIRMED);
    expect(await told(world, { sessionId })).toMatchObject({
      status: 'confirmed',
      phoneNumberConfirmed: true,
    });
  });

  test('is not confirmed by a right code that comes too late', async () => {
    const world = createWebWorld({ OTP_TTL_SECONDS: '600', WEB_SESSION_SECONDS: '300' });
    const { browser, sessionId } = await atCode(world, 'ann');
    await letPass(world, 301_000);
    const page = await submit(world, browser, 'code', { code: world.code() });
    expect([page.status, heading(page)]).toEqual([410, 'Time is up']);
    expect(heading(await get(world, browser, 'verify'))).toBe('Time is up');
    expect(await told(world, { sessionId })).toMatchObject({
      status: 'expired',
      phoneNumberConfirmed: false,
    });
  });
});
