import { letPass, useQuietRuntime } from '../fakes/invoke-otp';
import { atCode, NUMBER } from '../fakes/web-people';
import {
  askSession,
  createWebWorld,
  get,
  heading,
  newBrowser,
  open,
  post,
  sessionFor,
  submit,
} from '../fakes/web-world';

const logged = useQuietRuntime();

describe('the hosted page, when things happen twice or stop', () => {
  test('sends one text for two forms at once', async () => {
    const world = createWebWorld();
    const browser = newBrowser();
    await open(world, browser, (await sessionFor(world)).token);
    const twin = { ...browser };
    const pages = await Promise.all([
      post(world, browser, 'number', NUMBER),
      post(world, twin, 'number', NUMBER),
    ]);
    expect(pages.map(({ status }) => status)).toEqual([303, 303]);
    expect(world.texts).toHaveLength(1);
  });

  test('shows the end to the second of two tabs', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world);
    const [tab, other] = [{ ...browser }, { ...browser }];
    await submit(world, browser, 'code', { code: world.code() });
    const end = 'Your number is confirmed';
    expect(heading(await submit(world, tab, 'code', { code: world.code() }))).toBe(end);
    expect(heading(await submit(world, other, 'resend', { by: 'text' }))).toBe(end);
  });

  test('lets the link be opened again in its own browser', async () => {
    const world = createWebWorld();
    const { browser, token } = await atCode(world);
    expect(heading(await open(world, browser, token))).toBe('Enter the code');
  });

  test('ends with the session', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world);
    await letPass(world, 1_801_000);
    const page = await submit(world, browser, 'code', { code: world.code() });
    expect([page.status, heading(page)]).toEqual([410, 'Time is up']);
  });

  test.each([
    ['the guess is written', 3],
    ['the user is written', 5],
    ['the session is read', 6],
    ['the session is written', 7],
  ])('makes up for a process that ended after %s', async (_when, request) => {
    const world = createWebWorld();
    const { browser, sessionId } = await atCode(world);
    await post(
      world,
      browser,
      'code',
      { code: world.code() },
      { mishaps: new Map([[request, 'ends-after']]) },
    );
    expect(heading(await get(world, browser, 'verify'))).toBe('Your number is confirmed');
    const { body } = await askSession(world, { sessionId }, {}, false);
    expect(body).toMatchObject({ status: 'confirmed', phoneNumberConfirmed: true });
  });

  test('keeps codes, tokens and whole numbers out of the log', async () => {
    const world = createWebWorld();
    const { browser, token } = await atCode(world);
    await submit(world, browser, 'code', { code: world.code() });
    const lines = JSON.stringify(logged());
    for (const secret of [world.code(), token, '4155550100', 'user-1', ...Object.values(browser.cookies)]) {
      expect(lines).not.toContain(secret);
    }
  });

  test('counts what leaves the process', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world);
    await submit(world, browser, 'code', { code: world.code() });
    expect(logged().map((line) => [line['endpoint'], line['outsideCalls']])).toEqual([
      ['web/session', 2],
      ['web/start', 1],
      ['web/start', 2],
      ['web/verify', 2],
      ['web/number', 11],
      ['web/verify', 2],
      ['web/code', 7],
      ['web/verify', 3],
    ]);
  });
});
