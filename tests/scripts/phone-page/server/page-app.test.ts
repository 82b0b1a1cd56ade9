import type { PageCommand } from '../../../../scripts/phone-page/model/command';
import { createFeed } from '../../../../scripts/phone-page/server/feed';
import { createPageApp } from '../../../../scripts/phone-page/server/page-app';
import { EMPTY } from '../page-states';

const HOST = '127.0.0.1:4040';
const TOKEN = 'token-of-a-test';
const OURS = {
  host: HOST,
  origin: `http://${HOST}`,
  'x-phone-page': TOKEN,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
};
const PRESS = JSON.stringify({ kind: 'press', keys: '1' });

function page(problem: string | null = null) {
  const obeyed: PageCommand[] = [];
  const app = createPageApp({
    guard: { port: () => 4040, token: TOKEN },
    client: { script: 'run()', style: 'body{}' },
    feed: createFeed('run', EMPTY),
    drawing: () => null,
    obey: async (command) => {
      obeyed.push(command);
      return problem;
    },
  });
  const get = (path: string, headers: Record<string, string> = { host: HOST }) =>
    app.request(`http://${HOST}${path}`, { headers });
  const post = (headers: Record<string, string>, body = PRESS) =>
    app.request(`http://${HOST}/commands`, {
      method: 'POST',
      headers: { 'content-length': String(body.length), ...headers },
      body,
    });
  return { obeyed, get, post };
}

describe('the phone page', () => {
  test('is served with its token, unkept and under a strict policy', async () => {
    const answer = await page().get('/');
    expect(await answer.text()).toContain(`content="${TOKEN}"`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('has no inline script and no foreign address', async () => {
    const html = await (await page().get('/')).text();
    expect(html).not.toMatch(/<script(?![^>]* src="\/)/);
    expect(html).not.toMatch(/https?:/);
  });

  test.each(['evil.example', `evil.example:4040`, '127.0.0.1', '127.0.0.1:80', '[::1]:4040', ''])(
    'answers 421 to the host "%s" (DNS rebinding)',
    async (host) => {
      expect((await page().get('/', { host })).status).toBe(421);
    },
  );

  test.each(['/', '/events', '/flows.svg', '/page.js'])('is not read by another site: %s', async (path) => {
    const headers = { host: HOST, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    expect((await page().get(path, headers)).status).toBe(403);
  });

  test('opens from a link of another site', async () => {
    const headers = { host: HOST, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await page().get('/', headers)).status).toBe(200);
  });

  test('obeys a command of its own', async () => {
    const { obeyed, post } = page();
    const answer = await post(OURS);
    expect([answer.status, await answer.json()]).toEqual([200, { problem: null }]);
    expect(obeyed).toEqual([{ kind: 'press', keys: '1' }]);
  });

  test('says why a command cannot be done', async () => {
    const answer = await page('A call is under way: hang up first.').post(OURS);
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { problem: 'A call is under way: hang up first.' },
    ]);
  });

  const forgeries: readonly (readonly [string, Record<string, string>])[] = [
    ['another origin', { ...OURS, origin: 'https://evil.example' }],
    ['another port of this machine', { ...OURS, origin: 'http://127.0.0.1:8080' }],
    ['an opaque origin', { ...OURS, origin: 'null' }],
    ['another site', { ...OURS, 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { ...OURS, 'sec-fetch-site': 'same-site' }],
    ['a wrong token', { ...OURS, 'x-phone-page': 'token-of-a-tess' }],
    ['no token', { host: HOST, origin: `http://${HOST}` }],
    ['no origin', { host: HOST, 'x-phone-page': TOKEN }],
    ['another host', { ...OURS, host: 'evil.example:4040', origin: 'http://evil.example:4040' }],
  ];
  test.each(forgeries)('obeys no command of %s', async (_name, headers) => {
    const { obeyed, post } = page();
    expect([403, 421]).toContain((await post(headers)).status);
    expect(obeyed).toEqual([]);
  });

  test.each([
    [400, '{"kind":"press","keys":"x"}'],
    [400, 'not JSON'],
    [413, JSON.stringify({ kind: 'press', keys: '1'.repeat(3000) })],
  ])('answers %d to %.30s', async (status, body) => {
    const { obeyed, post } = page();
    expect((await post(OURS, body)).status).toBe(status);
    expect(obeyed).toEqual([]);
  });

  test('streams the state as server-sent events', async () => {
    const answer = await page().get('/events');
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const reader = answer.body?.getReader();
    const decoder = new TextDecoder();
    let text = '';
    while (!text.includes('data:')) text += decoder.decode((await reader?.read())?.value);
    await reader?.cancel();
    expect(text).toBe(`retry: 1000\n\nid: run.0\nevent: snapshot\ndata: ${JSON.stringify(EMPTY)}\n\n`);
  });
});
