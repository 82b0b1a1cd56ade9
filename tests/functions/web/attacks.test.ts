import { letPass, useQuietRuntime } from '../fakes/invoke-otp';
import { KEYS } from '../fakes/otp-world';
import { atCode, isConfirmed } from '../fakes/web-people';
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

describe('open redirect', () => {
  test.each([
    'https://evil.example.com/',
    'https://app.example.com.evil.example/',
    'https://app.example.com@evil.example/',
    'https://user:word@app.example.com/',
    'https://app.example.com:8443/',
    'http://app.example.com/',
    'https://APP.example.com.evil.example/',
    String.raw`https://app.example.com\@evil.example/`,
    'https:app.example.com',
    '//app.example.com/',
    '/phone/return',
    'javascript:alert(1)',
    'data:text/html,hello',
    ' https://app.example.com/',
    'https://app.example.com/\nSet-Cookie: a=b',
    'https://app.example.com/#proof',
    '',
  ])('to %j is refused', async (returnUrl) => {
    const { status, body } = await askSession(createWebWorld(), { userId: 'u', returnUrl });
    expect([status, body['code'], body['field']]).toEqual([400, 'invalid_request', 'returnUrl']);
  });
});

describe('replayed session', () => {
  test('shows a used link to every other browser, also at once', async () => {
    const world = createWebWorld();
    const { browser, token } = await atCode(world, 'victim');
    const thief = newBrowser();
    const page = await open(world, thief, token);
    expect([page.status, heading(page)]).toEqual([410, 'This link was used already']);
    expect(heading(await get(world, thief, 'verify'))).toBe('There is nothing here');
    expect(heading(await get(world, browser, 'verify'))).toBe('Enter the code');
  });

  test('lets one of two browsers in that come at the same time', async () => {
    const world = createWebWorld();
    const { token } = await sessionFor(world);
    const browsers = [newBrowser(), newBrowser()];
    for (const browser of browsers) await get(world, browser, 'start', { token });
    const second = { token, again: '1' };
    const pages = await Promise.all(browsers.map((browser) => get(world, browser, 'start', second)));
    expect(pages.map(({ status }) => status).sort()).toEqual([303, 410]);
  });

  test('lets nobody in after the link has expired', async () => {
    const world = createWebWorld();
    const { token } = await sessionFor(world);
    await letPass(world, 601_000);
    expect(heading(await open(world, newBrowser(), token))).toBe('Time is up');
  });

  test('uses nothing up for a program that only follows the link', async () => {
    const world = createWebWorld();
    const { token } = await sessionFor(world);
    const preview = newBrowser();
    await get(world, preview, 'start', { token });
    expect(heading(await open(world, newBrowser(), token))).toBe('Your phone number');
  });

  test('makes a proof that names its session', async () => {
    const world = createWebWorld();
    const { browser, sessionId } = await atCode(world, 'victim');
    await submit(world, browser, 'code', { code: world.code() });
    const requests = [...world.sync.names()].filter((name) => name.startsWith('otp_'));
    const records = requests.map((name) => world.sync.dataOf(name));
    expect(records).toEqual([expect.objectContaining({ purpose: `web:${sessionId}` })]);
  });
});

describe('swapped session', () => {
  test('keeps the form of one session out of another', async () => {
    const world = createWebWorld();
    const mine = await atCode(world, 'mallory');
    const theirs = await atCode(world, 'victim', { country: 'US', number: '4155550101' });
    const mixed = { cookies: mine.browser.cookies, text: theirs.browser.text };
    for (const [session, status, title] of [
      [mine.sessionId, 403, 'This page is out of date'],
      [theirs.sessionId, 404, 'There is nothing here'],
    ] as const) {
      const page = await post(world, { ...mixed }, 'code', { code: world.code(), session });
      expect([page.status, heading(page)]).toEqual([status, title]);
    }
    expect(await isConfirmed(world, 'mallory')).toBe(false);
    expect(await isConfirmed(world, 'victim')).toBe(false);
  });

  test('keeps the session of one application from another', async () => {
    const world = createWebWorld();
    const { sessionId } = await atCode(world, 'victim');
    const headers = { authorization: `Bearer ${KEYS.bank}` };
    const { status, body } = await askSession(world, { sessionId }, { headers }, false);
    expect([status, body['code']]).toEqual([404, 'unknown_request']);
  });

  test('keeps users of one name apart by application', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world, 'ann');
    await submit(world, browser, 'code', { code: world.code() });
    const headers = { authorization: `Bearer ${KEYS.bank}` };
    const { body } = await askSession(world, { userId: 'ann' }, { headers }, false);
    expect(body['phoneNumberConfirmed']).toBe(false);
  });
});

describe('tampered token', () => {
  test('opens nothing, and costs one request at most', async () => {
    const world = createWebWorld();
    const { token } = await sessionFor(world);
    const other = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    for (const wrong of [other, token.slice(1), `${token}A`, '', '../../etc', token.toLowerCase()]) {
      expect(heading(await open(world, newBrowser(), wrong))).toBe('There is nothing here');
    }
    const calls = logged()
      .slice(1)
      .map((line) => Number(line['outsideCalls']));
    expect(Math.max(...calls)).toBeLessThanOrEqual(1);
  });

  test.each([
    ['a character', (secret: string) => secret.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['its length', (secret: string) => secret.slice(1)],
    ['all of it', () => 'x'.repeat(5000)],
  ])('in the cookie shows nothing: %s', async (_part, change) => {
    const world = createWebWorld();
    const { browser } = await atCode(world, 'victim');
    const [name = '', value = ''] = Object.entries(browser.cookies)[0] ?? [];
    const thief = { cookies: { [name]: change(value) }, text: browser.text };
    expect(heading(await get(world, thief, 'verify'))).toBe('There is nothing here');
    expect(heading(await post(world, thief, 'code', { code: world.code() }))).not.toBe(
      'Your number is confirmed',
    );
  });

  test('in the form changes nothing', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world, 'victim');
    for (const form of ['', 'x', 'A'.repeat(43), undefined]) {
      expect((await post(world, { ...browser }, 'code', { code: world.code(), form })).status).toBe(403);
    }
    expect(await isConfirmed(world, 'victim')).toBe(false);
  });
});
