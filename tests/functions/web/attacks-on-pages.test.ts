import { letPass, useQuietRuntime, wrongCode } from '../fakes/invoke-otp';
import { atCode, isConfirmed, NUMBER } from '../fakes/web-people';
import {
  createWebWorld,
  get,
  heading,
  newBrowser,
  open,
  post,
  RETURN_URL,
  sessionFor,
  submit,
} from '../fakes/web-world';

const logged = useQuietRuntime();

describe('script in a field', () => {
  const SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(1)>';

  test.each([
    ['number', { country: 'US', number: SCRIPT }],
    ['number', { country: SCRIPT, number: '1' }],
    ['number', { use: SCRIPT, number: SCRIPT }],
    ['code', { code: SCRIPT, order: '1' }],
    ['resend', { by: SCRIPT }],
    ['verify', { step: SCRIPT }],
    ['start', { token: SCRIPT, again: SCRIPT }],
  ] as const)('of %s stays text: %j', async (page, fields) => {
    const world = createWebWorld();
    const { browser } = await atCode(world, 'victim');
    const response = await post(world, browser, page, fields);
    expect(response.text).not.toMatch(/<script>|<img/);
  });

  test('of the session and the settings stays text', async () => {
    const world = createWebWorld({ WEB_BRAND_NAME: '</title><script>x</script>' });
    const browser = newBrowser();
    const fields = { returnUrl: `${RETURN_URL}?a="><script>alert(1)</script>` };
    await open(world, browser, (await sessionFor(world, SCRIPT, fields)).token);
    expect(browser.text).toContain('href="https://app.example.com');
    expect(browser.text).not.toMatch(/<script>/);
    expect(browser.text).not.toContain('alert(1)</script>');
  });

  test('keeps what was typed, as text', async () => {
    const world = createWebWorld();
    const browser = newBrowser();
    await open(world, browser, (await sessionFor(world)).token);
    await submit(world, browser, 'number', { country: 'ES', number: '<b>12' });
    expect(browser.text).toContain('value="&lt;b&gt;12"');
    expect(browser.text).toMatch(/<option value="ES"\s+selected>/);
  });
});

describe('clickjacking', () => {
  test('is forbidden on every page, with everything that does not come from us', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world, 'victim');
    const pages = [
      await get(world, newBrowser(), 'verify'),
      await get(world, newBrowser(), 'start', { token: 'x' }),
      await get(world, browser, 'verify', { step: 'number' }),
      await get(world, browser, 'verify'),
      await post(world, browser, 'code', { code: world.code() }),
    ];
    for (const { headers } of pages) {
      expect(headers).toMatchObject({
        'X-Frame-Options': 'DENY',
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-store',
      });
      expect(headers['Content-Security-Policy']).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      );
    }
    const done = await get(world, browser, 'verify');
    expect(done.headers['Content-Security-Policy']).toContain("form-action 'self' https://app.example.com;");
  });

  test('is not helped by scripts, styles or handlers in the markup', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world, 'victim');
    for (const step of ['number', 'x']) {
      const { text } = await get(world, browser, 'verify', { step });
      expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]* src=)/);
      expect([...text.matchAll(/(?:src|href|action)="(https?:[^"]*)"/g)].map(([, url]) => url)).toEqual([
        RETURN_URL,
      ]);
    }
  });
});

describe('cross-site request forgery', () => {
  test('from a page that cannot read ours is refused', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world, 'victim');
    const blind = { cookies: browser.cookies, text: '' };
    for (const page of ['number', 'code', 'resend'] as const) {
      expect((await post(world, blind, page, { ...NUMBER, code: world.code(), order: '1' })).status).toBe(
        403,
      );
    }
    expect(world.texts).toHaveLength(1);
  });

  test('by a link, by JSON or from another site is refused, even with the token', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world, 'victim');
    for (const headers of [
      { 'content-type': '' },
      { 'content-type': 'application/json' },
      { 'content-type': 'text/plain' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const page = await post(world, { ...browser }, 'code', { code: world.code() }, { headers });
      expect(page.status).toBe(403);
    }
    expect(await isConfirmed(world, 'victim')).toBe(false);
  });

  test('finds a cookie that no other site can have sent along with a form', async () => {
    const world = createWebWorld();
    const { headers } = await get(world, newBrowser(), 'start', { token: (await sessionFor(world)).token });
    expect([headers['Set-Cookie']].flat()).toEqual([
      expect.stringMatching(
        /^__Host-verify-ws_[\w-]{22}=[\w-]{43}; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure$/,
      ),
    ]);
  });
});

describe('enumeration', () => {
  /** All that an outsider can tell two answers apart by: their shape, and how much work was behind them. */
  const shapeOf = (response: { status: number; text: string }) => ({
    status: response.status,
    text: response.text.replace(/value="[\w-]{43}"/g, ''),
    outsideCalls: logged().at(-1)?.['outsideCalls'],
  });

  test('cannot tell an unknown session from somebody else’s', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world, 'victim');
    const [name = ''] = Object.keys(browser.cookies);
    const secret = 'A'.repeat(43);
    const known = { cookies: { [name]: secret }, text: '' };
    const unknown = { cookies: { [`__Host-verify-ws_${'A'.repeat(22)}`]: secret }, text: '' };
    for (const page of ['verify', 'number', 'code', 'resend'] as const) {
      const first = shapeOf(await post(world, known, page, NUMBER));
      expect(shapeOf(await post(world, unknown, page, NUMBER))).toEqual(first);
    }
  });

  test('cannot tell the number of a confirmed user from any other', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world, 'victim');
    await submit(world, browser, 'code', { code: world.code() });
    await letPass(world, 25 * 3600 * 1000);
    const shapes = [];
    for (const number of ['4155550100', '4155550101']) {
      const curious = newBrowser();
      await open(world, curious, (await sessionFor(world, `curious-${number}`)).token);
      const { status, headers } = await post(world, curious, 'number', { country: 'US', number });
      const to = String(headers['Location']).replace(/ws_[\w-]{22}/, 'ws_');
      shapes.push({ status, to, page: heading(await get(world, curious, 'verify')) });
    }
    expect(shapes[1]).toEqual(shapes[0]);
  });

  test('cannot tell how wrong a code is', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world, 'victim');
    const near = world.code().replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    const first = shapeOf(await post(world, { ...browser }, 'code', { code: near }));
    const second = shapeOf(await post(world, { ...browser }, 'code', { code: wrongCode(world) }));
    expect({ ...second, text: '' }).toEqual({ ...first, text: '' });
    expect(second.text.replaceAll('one try', '2 tries')).toBe(first.text);
  });
});
