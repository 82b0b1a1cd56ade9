import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { readProofSettings } from '../../../functions/lib/otp/proof-settings.private';
import { publishedKeys } from '../../../functions/lib/otp/published-keys.private';
import { blocksOf } from '../../end-to-end/otp/blocks';
import { useQuietRuntime } from '../fakes/invoke-otp';
import { KEYS } from '../fakes/otp-world';
import { createShop } from '../fakes/shop';
import type { Shop } from '../fakes/shop';
import { NUMBER } from '../fakes/web-people';
import { askSession, createWebWorld, newBrowser, open, submit } from '../fakes/web-world';
import type { FakeBrowser, WebWorld } from '../fakes/web-world';

useQuietRuntime();

const GUIDE = readFileSync(path.resolve(__dirname, '../../../docs/web/README.md'), 'utf8');
const PAGES = 'https://otp.example.twil.io';
const [ANN, MALLORY] = [{ id: 'ann' }, { id: 'mallory' }];

/** The document's application in front of the functions, and nothing of it rewritten. */
async function openShop(): Promise<{ readonly world: WebWorld; readonly shop: Shop }> {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const world = createWebWorld({
    OTP_SIGNING_KEY: Buffer.from(JSON.stringify(key)).toString('base64url'),
  });
  const fetched = (input: string | URL, init: RequestInit = {}) => answer(world, new URL(input), init);
  // The library that fetches the keys finds `fetch` and the time where it always does.
  jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation((input) => fetched(input instanceof Request ? input.url : input));
  jest.useFakeTimers({ now: world.time.now(), doNotFake: [...REAL] });
  const [sample] = blocksOf(GUIDE).filter(({ language }) => language === 'js');
  const known = { PAGES, KEY: KEYS.shop, fetch: fetched };
  return { world, shop: createShop(sample?.text ?? '', { jose: await import('jose') }, known) };
}

const REAL = ['setTimeout', 'setImmediate', 'setInterval', 'nextTick', 'queueMicrotask'] as const;

/** What the functions answer to the application's server. */
async function answer(world: WebWorld, url: URL, { method, headers, body }: RequestInit): Promise<Response> {
  if (url.href === `${PAGES}/otp/jwks`)
    return Response.json({ keys: publishedKeys(readProofSettings(world.variables)) });
  expect(`${url.origin}${url.pathname}`).toBe(`${PAGES}/web/session`);
  const given: unknown = typeof body === 'string' ? JSON.parse(body) : Object.fromEntries(url.searchParams);
  const around = { headers: Object.fromEntries(new Headers(headers)) };
  const response = await askSession(world, Object.assign({}, given), around, method === 'POST');
  return Response.json(response.body, { status: response.status });
}

/** Follows the application's link, and confirms a number there; the browser then shows the form that leads back. */
async function confirm(world: WebWorld, location = ''): Promise<FakeBrowser> {
  const browser = newBrowser();
  await open(world, browser, new URL(location).searchParams.get('token') ?? '');
  await submit(world, browser, 'number', NUMBER);
  await submit(world, browser, 'code', { code: world.code() });
  return browser;
}

/** The fields of that form. */
function formOf({ text }: FakeBrowser): Record<string, string> {
  const form = /<form\s+method="post"\s+action="https:[^]*?<\/form>/.exec(text)?.[0] ?? '';
  const fields = form.matchAll(/<input type="hidden"\s+name="([^"]*)"\s+value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}

describe('the application of docs/web/README.md', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test('is the only code there, and sends a user to the pages and back', async () => {
    expect(blocksOf(GUIDE).map(({ language }) => language)).toEqual(['js']);
    const { world, shop } = await openShop();
    const sent = await shop.ask('POST /phone/confirm', { user: ANN });
    expect(sent).toEqual({ status: 303, location: expect.stringContaining(`${PAGES}/web/start?token=`) });
    const form = formOf(await confirm(world, sent.location));
    expect(form).toMatchObject({ status: 'confirmed', proof: expect.stringMatching(/^eyJ/) });
    const back = await shop.ask('POST /phone/return', { body: form });
    expect(back).toEqual({ status: 303, location: `/phone/finish?session=${form['sessionId'] ?? ''}` });
    expect(shop.users.size).toBe(0);
    const query = { session: form['sessionId'] ?? '' };
    expect(await shop.ask('GET /phone/finish', { user: ANN, query })).toEqual({
      status: 303,
      location: '/account',
    });
    expect(shop.users.get('ann')).toEqual({ phoneConfirmed: true });
    expect(shop.sessions.size).toBe(0);
  });

  test('knows a confirmed user without a link', async () => {
    const { world, shop } = await openShop();
    await confirm(world, (await shop.ask('POST /phone/confirm', { user: ANN })).location);
    const again = await shop.ask('POST /phone/confirm', { user: ANN });
    expect(again).toEqual({ status: 303, location: '/account' });
    expect(shop.users.get('ann')).toEqual({ phoneConfirmed: true });
  });

  test.each([
    ['forged', 500, (form: Record<string, string>) => ({ ...form, proof: `${form['proof'] ?? ''}A` })],
    ['of another session', 400, (form: Record<string, string>) => ({ ...form, sessionId: 'ws_other' })],
  ])('takes no proof that is %s', async (_which, status, change) => {
    const { world, shop } = await openShop();
    const form = formOf(
      await confirm(world, (await shop.ask('POST /phone/confirm', { user: ANN })).location),
    );
    expect(await shop.ask('POST /phone/return', { body: change(form) })).toEqual({ status });
    expect(shop.users.size).toBe(0);
  });

  test('gives nobody the number that another user confirmed', async () => {
    const { world, shop } = await openShop();
    const { location } = await shop.ask('POST /phone/confirm', { user: ANN });
    const query = { session: formOf(await confirm(world, location))['sessionId'] ?? '' };
    expect(await shop.ask('GET /phone/finish', { user: MALLORY, query })).toEqual({ status: 403 });
    expect(await shop.ask('GET /phone/finish', { query })).toEqual({ status: 401 });
    expect(shop.users.size).toBe(0);
  });

  test('believes nobody who only says that a number is confirmed', async () => {
    const { shop } = await openShop();
    await shop.ask('POST /phone/confirm', { user: ANN });
    const [sessionId = ''] = shop.sessions.keys();
    const body = { sessionId, status: 'already_confirmed' };
    expect(await shop.ask('POST /phone/return', { body })).toMatchObject({ status: 303 });
    await shop.ask('GET /phone/finish', { user: ANN, query: { session: sessionId } });
    expect(shop.users.get('ann')).toEqual({ phoneConfirmed: false });
  });

  test('takes a user back who gave up', async () => {
    const { shop } = await openShop();
    expect(await shop.ask('GET /phone/return')).toEqual({ status: 303, location: '/account' });
    expect(shop.users.size).toBe(0);
  });
});
