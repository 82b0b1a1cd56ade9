import { letPass, useQuietRuntime } from '../fakes/invoke-otp';
import {
  askSession,
  createWebWorld,
  get,
  heading,
  newBrowser,
  open,
  RETURN_URL,
  sessionFor,
  submit,
} from '../fakes/web-world';
import type { FakeBrowser, WebWorld } from '../fakes/web-world';

useQuietRuntime();

/** A session of one user, opened, for a number that the application named or for none. */
async function opened(world: WebWorld, phoneNumber?: string, fields: object = {}): Promise<FakeBrowser> {
  const browser = newBrowser();
  const named = phoneNumber === undefined ? {} : { phoneNumber };
  await open(world, browser, (await sessionFor(world, 'ann', { ...named, ...fields })).token);
  await letPass(world, 1000);
  return browser;
}

/** Sends a code to a number, the named one when none is given, and keys it in. */
async function confirm(world: WebWorld, browser: FakeBrowser, number?: string): Promise<string> {
  await submit(
    world,
    browser,
    'number',
    number === undefined ? {} : { country: 'US', number, use: undefined },
  );
  return heading(await submit(world, browser, 'code', { code: world.code() }));
}

/** What the application is told of the user. */
async function known(world: WebWorld, fields: object = {}): Promise<Readonly<Record<string, unknown>>> {
  return (await askSession(world, { userId: 'ann', ...fields }, {}, false)).body;
}

const [DONE, CHANGED] = ['Your number is confirmed', 'Your number was changed meanwhile'];

describe('a number that is changed while a session is under way', () => {
  test('is not said to be confirmed because another one was', async () => {
    const world = createWebWorld();
    const named = await opened(world, '+14155550177');
    const other = await opened(world);
    expect(await confirm(world, other, '4155550111')).toBe(DONE);
    const page = await get(world, named, 'verify');
    expect(heading(page)).toBe('Your phone number');
    expect(page.text).toContain('0177');
    expect(await confirm(world, named)).toBe(DONE);
    expect(await known(world)).toMatchObject({ phoneNumber: '+1******0177', phoneNumberConfirmed: true });
  });

  test.each([undefined, '+14155550111'])('is said to be confirmed where %s was asked for', async (named) => {
    const world = createWebWorld();
    const [first, second] = [await opened(world, named), await opened(world, named)];
    await confirm(world, first, '4155550111');
    expect(heading(await get(world, second, 'verify'))).toBe('Already confirmed');
  });

  test.each([undefined, '+14155550112'])('is not undone by an older session for %s', async (named) => {
    const world = createWebWorld();
    const older = await opened(world, named);
    await submit(world, older, 'number', { country: 'US', number: '4155550112' });
    const code = world.code();
    await sessionFor(world, 'ann', { phoneNumber: '+14155550188' });
    const page = await submit(world, older, 'code', { code });
    expect([page.status, heading(page)]).toEqual([410, CHANGED]);
    expect(page.text).toContain(RETURN_URL);
    expect(page.text).not.toContain('return-form');
    expect(await known(world)).toMatchObject({ phoneNumber: '+1******0188', phoneNumberConfirmed: false });
  });

  test('sends no text for an older session', async () => {
    const world = createWebWorld();
    const older = await opened(world, '+14155550112');
    await sessionFor(world, 'ann', { phoneNumber: '+14155550188' });
    expect(heading(await get(world, older, 'verify'))).toBe(CHANGED);
  });

  test('may be confirmed in an older session when it is the new one', async () => {
    const world = createWebWorld();
    const older = await opened(world);
    await submit(world, older, 'number', { country: 'US', number: '4155550188' });
    await sessionFor(world, 'ann', { phoneNumber: '+14155550188' });
    expect(heading(await submit(world, older, 'code', { code: world.code() }))).toBe(DONE);
    expect(await known(world)).toMatchObject({ phoneNumber: '+1******0188', phoneNumberConfirmed: true });
  });

  test('may be changed again on the pages of a newer session', async () => {
    const world = createWebWorld();
    const newer = await opened(world, '+14155550188');
    expect(await confirm(world, newer, '4155550113')).toBe(DONE);
    expect(await known(world)).toMatchObject({ phoneNumber: '+1******0113', phoneNumberConfirmed: true });
  });
});

describe('GET /web/session with a phoneNumber', () => {
  test.each([
    ['+14155550112', true],
    [' 14155550112', true],
    ['+1 415 555 0188', false],
  ])('tells of %j: %s', async (phoneNumber, isThisNumber) => {
    const world = createWebWorld();
    await confirm(world, await opened(world, '+14155550112'));
    expect(await known(world, { phoneNumber })).toMatchObject({ isThisNumber });
    expect(await known(world)).not.toHaveProperty('isThisNumber');
  });

  test('tells no number that nobody confirmed from another one', async () => {
    const world = createWebWorld();
    await opened(world, '+14155550112');
    expect(await known(world, { phoneNumber: '+14155550112' })).toMatchObject({ isThisNumber: false });
  });

  test('refuses what is no number', async () => {
    const { status } = await askSession(createWebWorld(), { userId: 'ann', phoneNumber: '12' }, {}, false);
    expect(status).toBe(422);
  });
});
