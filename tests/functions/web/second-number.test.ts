import { letPass, useQuietRuntime, wrongCode } from '../fakes/invoke-otp';
import { atCode } from '../fakes/web-people';
import { createWebWorld, get, heading, newBrowser, open, post, sessionFor, submit } from '../fakes/web-world';

useQuietRuntime();

const DONE = 'Your number is confirmed';
const OTHER = { country: 'US', number: '4155550101' };

describe('a second number that is refused', () => {
  test.each([
    ['too soon', {}, 'Your phone number'],
    ['at the limit of a prefix', { WEB_LIMIT_PER_PREFIX: '2' }, 'Too many codes'],
  ])('%s leaves the first code good', async (_why, settings, refusal) => {
    const world = createWebWorld(settings);
    await atCode(world, 'somebody', OTHER);
    const { browser } = await atCode(world);
    const code = world.code();
    await get(world, browser, 'verify', { step: 'number' });
    expect(heading(await submit(world, browser, 'number', OTHER))).toBe(refusal);
    expect(heading(await get(world, browser, 'verify'))).toBe('Enter the code');
    expect(heading(await submit(world, browser, 'code', { code }))).toBe(DONE);
  });

  test('can be asked for again, as another request', async () => {
    const world = createWebWorld();
    await atCode(world, 'somebody', OTHER);
    const { browser } = await atCode(world);
    await get(world, browser, 'verify', { step: 'number' });
    await submit(world, browser, 'number', OTHER);
    await letPass(world, 31_000);
    expect(heading(await submit(world, browser, 'number', OTHER))).toBe('Enter the code');
    expect(heading(await submit(world, browser, 'code', { code: world.code() }))).toBe(DONE);
  });

  test('is the same number after too many wrong codes, until the pause is over', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world);
    for (let guess = 0; guess < 3; guess += 1) {
      await submit(world, browser, 'code', { code: wrongCode(world) });
    }
    const early = await submit(world, browser, 'number');
    expect(heading(early)).toBe('Too many wrong codes');
    expect(early.text).toContain('A code was sent a moment ago.');
    await letPass(world, 31_000);
    expect(heading(await submit(world, browser, 'number'))).toBe('Enter the code');
    expect(heading(await submit(world, browser, 'code', { code: world.code() }))).toBe(DONE);
  });
});

describe('a second number', () => {
  test.each(Array.from({ length: 12 }, (_, index) => index + 1))(
    'is asked for once, when a process ends after request %i',
    async (request) => {
      const world = createWebWorld();
      const { browser } = await atCode(world);
      await get(world, browser, 'verify', { step: 'number' });
      const form = { ...browser };
      await post(world, browser, 'number', OTHER, { mishaps: new Map([[request, 'ends-after']]) });
      await letPass(world, 61_000);
      expect(heading(await submit(world, form, 'number', OTHER))).toBe('Enter the code');
      expect(world.texts.filter(({ to }) => to === '+14155550101').length).toBeLessThanOrEqual(1);
      expect(heading(await get(world, browser, 'verify'))).toBe('Enter the code');
      expect(browser.text).toContain('0101');
    },
  );
});

describe('a second number that is looked at from another tab while it is asked for', () => {
  test.each(Array.from({ length: 12 }, (_, index) => index + 1))(
    'leaves one good code when request %i is refused',
    async (request) => {
      const world = createWebWorld();
      const { browser } = await atCode(world);
      await get(world, browser, 'verify', { step: 'number' });
      const tab = { ...browser };
      const looking = async (): Promise<void> => {
        for (let look = 0; look < 12; look += 1) await get(world, tab, 'verify');
      };
      await Promise.all([
        post(world, browser, 'number', OTHER, { mishaps: new Map([[request, 'refused']]) }),
        looking(),
      ]);
      await letPass(world, 10_001);
      expect(heading(await get(world, tab, 'verify'))).toBe('Enter the code');
      expect(tab.text).toContain(world.texts.at(-1)?.to.slice(-4));
      expect(heading(await submit(world, tab, 'code', { code: world.code() }))).toBe(DONE);
    },
  );

  test('leaves one good code when its form comes twice and both are refused', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world);
    await get(world, browser, 'verify', { step: 'number' });
    const around = { mishaps: new Map([[9, 'refused'] as const]) };
    const twin = { ...browser };
    await Promise.all([browser, twin].map((tab) => post(world, tab, 'number', OTHER, around)));
    expect(heading(await get(world, browser, 'verify'))).toBe('Enter the code');
    expect(browser.text).toContain(world.texts.at(-1)?.to.slice(-4));
    expect(heading(await submit(world, browser, 'code', { code: world.code() }))).toBe(DONE);
  });
});

describe('a link that leads nowhere', () => {
  test('leaves the session of a browser alone', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world);
    const used = await sessionFor(world, 'user-2');
    await open(world, newBrowser(), used.token);
    for (const token of ['A'.repeat(43), used.token]) {
      const page = await get(world, browser, 'start', { token });
      expect([page.headers['Set-Cookie'] ?? []].flat()).toEqual([]);
      expect([404, 410]).toContain(page.status);
    }
    await get(world, browser, 'verify');
    expect(heading(await submit(world, browser, 'code', { code: world.code() }))).toBe(DONE);
  });
});
