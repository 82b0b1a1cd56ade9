import { letPass, useQuietRuntime } from '../fakes/invoke-otp';
import { atCode, isConfirmed, NUMBER } from '../fakes/web-people';
import { createWebWorld, get, heading, newBrowser, open, post, sessionFor, submit } from '../fakes/web-world';

useQuietRuntime();

const DONE = 'Your number is confirmed';

describe('two links in one browser', () => {
  test('go on beside each other, each in its own tab', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world, 'ann');
    const code = world.code();
    const tab = { ...browser };
    await open(world, tab, (await sessionFor(world, 'bob')).token);
    expect(heading(tab)).toBe('Your phone number');
    const first = { cookies: tab.cookies, text: browser.text };
    expect(heading(await get(world, first, 'verify'))).toBe('Enter the code');
    await submit(world, tab, 'number', { country: 'US', number: '4155550101' });
    expect(heading(await submit(world, first, 'code', { code }))).toBe(DONE);
    expect(await isConfirmed(world, 'bob')).toBe(false);
    expect(heading(await submit(world, tab, 'code', { code: world.code() }))).toBe(DONE);
    expect([await isConfirmed(world, 'ann'), await isConfirmed(world, 'bob')]).toEqual([true, true]);
  });

  test('have forms, links and redirects that name their session', async () => {
    const world = createWebWorld();
    const { browser, sessionId } = await atCode(world);
    const page = `/web/verify?session=${sessionId}`;
    expect([...browser.text.matchAll(/href="(\/web\/[^"]*)"/g)].map(([, url]) => url)).toEqual([
      `${page}&step=number`,
    ]);
    expect(browser.text.match(/<form/g)).toHaveLength(2);
    expect(browser.text.match(new RegExp(`name="session" value="${sessionId}"`, 'g'))).toHaveLength(2);
    for (const name of ['number', 'code', 'resend'] as const) {
      const fields = { ...NUMBER, code: world.code(), order: '1' };
      const form = /name="form" value="([^"]*)"/.exec(browser.text)?.[1];
      const { headers, status } = await post(world, { ...browser }, name, { ...fields, form });
      if (status === 303) expect(headers['Location']).toBe(page);
    }
  });

  test('leave the page that names no session, or one of another browser, empty', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world);
    const other = await atCode(world, 'other', { country: 'US', number: '4155550101' });
    for (const session of ['', 'ws_x', '../..', other.sessionId]) {
      expect(heading(await get(world, { ...browser }, 'verify', { session }))).toBe('There is nothing here');
    }
  });
});

describe('the second step of a link, in a browser that shows no cookie', () => {
  /** What somebody sees who comes with the address of the second step. */
  async function secondStep(world: ReturnType<typeof createWebWorld>, token: string) {
    return get(world, newBrowser(), 'start', { token, again: '1' });
  }

  test('says so, and offers the link once more, which works with cookies', async () => {
    const world = createWebWorld();
    const { token } = await sessionFor(world);
    const page = await secondStep(world, token);
    expect(heading(page)).toBe('Your browser kept no cookie');
    expect(page.text).toContain(`href="/web/start?token=${token}"`);
    expect(heading(await open(world, newBrowser(), token))).toBe('Your phone number');
  });

  test('says of a used link that it was used', async () => {
    const world = createWebWorld();
    const { token } = await atCode(world);
    const page = await secondStep(world, token);
    expect([page.status, heading(page)]).toEqual([410, 'This link was used already']);
  });

  test('says of an old link that the time is up, and of any other nothing', async () => {
    const world = createWebWorld();
    const { token } = await sessionFor(world);
    await letPass(world, 601_000);
    expect(heading(await secondStep(world, token))).toBe('Time is up');
    expect(heading(await secondStep(world, 'A'.repeat(43)))).toBe('There is nothing here');
  });
});
