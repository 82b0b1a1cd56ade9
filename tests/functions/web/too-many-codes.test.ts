import { letPass, useQuietRuntime } from '../fakes/invoke-otp';
import { atCode, NUMBER } from '../fakes/web-people';
import { createWebWorld, get, heading, newBrowser, open, sessionFor, submit } from '../fakes/web-world';
import type { WebResponse, WebWorld } from '../fakes/web-world';

useQuietRuntime();

const WHEN = /You can try again in (\d+ \w+)\./;

/** When a page says that one may try again. */
function when({ text }: WebResponse): string {
  return WHEN.exec(text)?.[1] ?? '';
}

async function resendAfter(
  world: WebWorld,
  { browser }: Awaited<ReturnType<typeof atCode>>,
  seconds: number,
) {
  await letPass(world, seconds * 1000);
  return submit(world, browser, 'resend', { by: 'text' });
}

describe('when all codes were sent, the page says when to try again', () => {
  test('that a request may have, before anybody asks, and it is true', async () => {
    const world = createWebWorld({ OTP_MAX_SENDS: '2' });
    const person = await atCode(world);
    const stale = { ...person.browser };
    const page = await resendAfter(world, person, 31);
    expect(page.text).toContain('We cannot send more codes to this number for now.');
    expect(page.text).not.toContain('Send the code again');
    expect(when(page)).toBe('5 minutes');
    expect(when(await submit(world, stale, 'resend'))).toBe('5 minutes');
    await letPass(world, 300_000);
    expect(heading(await get(world, person.browser, 'verify'))).toBe('The code has expired');
    expect(heading(await submit(world, person.browser, 'number'))).toBe('Enter the code');
  });

  test('that a number may have in a day, when it is a resend', async () => {
    const world = createWebWorld({ OTP_LIMIT_PER_NUMBER: '1' });
    const page = await resendAfter(world, await atCode(world), 31);
    expect(heading(page)).toBe('Enter the code');
    expect(page.text).toMatch(/<p class="error" id="resend-error">\s*We cannot send more codes/);
    expect(when(page)).toBe('24 hours');
  });

  test('that a number may have in a day, when it is another session', async () => {
    const world = createWebWorld({ OTP_LIMIT_PER_NUMBER: '1' });
    await atCode(world);
    await letPass(world, 3600 * 1000);
    const browser = newBrowser();
    await open(world, browser, (await sessionFor(world, 'user-2')).token);
    const page = await submit(world, browser, 'number', NUMBER);
    expect([page.status, heading(page), when(page)]).toEqual([429, 'Too many codes', '23 hours']);
  });

  test('that a session may have, which ends then', async () => {
    const world = createWebWorld({ WEB_SESSION_TEXTS: '1' });
    const { browser } = await atCode(world);
    expect(when(await get(world, browser, 'verify'))).toBe('30 minutes');
    await get(world, browser, 'verify', { step: 'number' });
    const page = await submit(world, browser, 'number', { country: 'US', number: '4155550101' });
    expect([page.status, heading(page), when(page)]).toEqual([429, 'Too many codes', '30 minutes']);
    expect(page.text).not.toContain('Use another number');
  });

  test.each([
    ['a prefix', { WEB_LIMIT_PER_PREFIX: '1' }],
    ['the day', { OTP_LIMIT_PER_DAY: '1' }],
  ])('that %s may have', async (_whose, settings) => {
    const world = createWebWorld(settings);
    await atCode(world);
    const browser = newBrowser();
    await open(world, browser, (await sessionFor(world, 'user-2')).token);
    const page = await submit(world, browser, 'number', { country: 'US', number: '4155550101' });
    expect([page.status, heading(page), when(page)]).toEqual([429, 'Too many codes', '24 hours']);
  });
});
