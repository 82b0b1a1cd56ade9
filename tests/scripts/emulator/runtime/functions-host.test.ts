import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { signFunctionRequest } from '../../../../scripts/emulator/runtime/signature';
import { realClock } from '../../../../scripts/emulator/time/real-clock';
import { realPause } from '../../../../scripts/emulator/time/real-turns';
import type { LocalFunctions } from './local-functions';
import { AUTH_TOKEN, DOMAIN, startLocalFunctions } from './local-functions';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('createFunctionsHost', () => {
  let functions: LocalFunctions;
  beforeAll(async () => {
    functions = await startLocalFunctions(realClock());
  });
  afterAll(() => functions.stop());

  test('runs a public function', async () => {
    const response = await functions.ask('/noop');
    expect(response).toMatchObject({ status: 200, body: '{"ok":true}' });
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.headers['x-twilio-function-concurrency']).toBe('1');
  });

  test('gives functions their event, context and environment', async () => {
    const response = await functions.ask('/echo?from=query', {
      method: 'POST',
      headers: { ...FORM, 'x-custom': 'yes' },
      body: 'to=%2B14155550100',
    });
    const platform = {
      COLOUR: 'blue',
      ACCOUNT_SID: `AC${'1'.repeat(32)}`,
      AUTH_TOKEN,
      DOMAIN_NAME: DOMAIN,
      SERVICE_SID: `ZS${'2'.repeat(32)}`,
      ENVIRONMENT_SID: `ZE${'3'.repeat(32)}`,
    };
    expect(JSON.parse(response.body)).toEqual({
      event: {
        from: 'query',
        to: '+14155550100',
        request: {
          cookies: {},
          headers: { ...FORM, 'x-custom': 'yes', 'content-length': '17', host: DOMAIN },
        },
      },
      context: { ...platform, PATH: '/echo', HTTP_PROXY: 'http://proxy.example:3128' },
      env: { ...platform, TZ: 'UTC' },
      hasClient: true,
    });
  });

  test('passes on what functions write to their console', async () => {
    const log = functions.nextLog();
    await functions.ask('/echo');
    expect(await log).toEqual({ domain: DOMAIN, level: 'info', line: 'echo was called' });
  });

  test('answers TwiML as XML', async () => {
    const response = await functions.ask('/says-hello');
    expect(response.headers['content-type']).toContain('text/xml');
    expect(response.body).toContain('<Say>hello</Say>');
  });

  test.each([
    ['/no-such-path', {}, 404],
    ['/hidden', {}, 404],
    ['/secret.txt', {}, 404],
    ['/noop', { domain: 'other-1234-dev.twil.io' }, 404],
    ['/noop', { method: 'PUT' }, 405],
    ['/noop', { method: 'DELETE' }, 405],
    ['/noop', { body: 'a=1' }, 403],
    ['/guarded', {}, 400],
    ['/guarded', { headers: { 'x-twilio-signature': 'AAAA' } }, 400],
    ['/page.html', {}, 200],
    ['/nested/deep', {}, 200],
  ])('answers %s with %j by status %i', async (path, change, status) => {
    expect((await functions.ask(path, change)).status).toBe(status);
  });

  test('lets a signed request through to a protected function', async () => {
    const signature = signFunctionRequest(AUTH_TOKEN, `https://${DOMAIN}/guarded`, { code: '123456' });
    const response = await functions.ask('/guarded', {
      method: 'POST',
      headers: { ...FORM, 'x-twilio-signature': signature },
      body: 'code=123456',
    });
    expect(response).toMatchObject({ status: 200, body: '{"code":"123456"}' });
  });

  test('answers preflight requests without running the function', async () => {
    const response = await functions.ask('/guarded', { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers['access-control-allow-methods']).toBe('GET, POST, OPTIONS');
  });

  test('answers requests that come together', async () => {
    const responses = await Promise.all(Array.from({ length: 50 }, () => functions.ask('/noop')));
    expect(responses.map((response) => response.status)).toEqual(Array.from({ length: 50 }, () => 200));
  });

  test.each([
    ['/throws', 500, 'no such thing'],
    ['/rejects', 500, 'no such promise'],
    ['/exits', 500, 'runtime application exited'],
    ['/forgets', 500, 'runtime application exited'],
    ['/answers-twice', 200, 'first'],
  ])('answers %s by %i and the next request works', async (path, status, body) => {
    const response = await functions.ask(path);
    expect(response.status).toBe(status);
    expect(response.body).toContain(body);
    expect((await functions.ask('/noop')).status).toBe(200);
  });

  test('reaches Twilio through the unmodified SDK', async () => {
    const hosts: unknown[] = [];
    const { answer } = functions.twilio;
    functions.twilio.answer = (request, response) => {
      hosts.push(request.headers.host);
      answer(request, response);
    };
    expect(JSON.parse((await functions.ask('/verifies')).body)).toMatchObject({ status: 'pending' });
    expect(hosts).toEqual(['verify.twilio.com']);
  });

  test.each(['/noop', '/loops'])('ends its processes when killed during %s', async (url) => {
    const host = spawn(
      process.execPath,
      ['--require', 'tsx/cjs', path.join(__dirname, 'fixtures/host-process.ts'), url],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [line] = (await once(createInterface({ input: host.stdout }), 'line')) as [string];
    const workerId = Number(line);
    expect(isAlive(workerId)).toBe(true);
    host.kill('SIGKILL');
    await once(host, 'exit');
    await expect(untilGone(workerId)).resolves.toBe(true);
  });

  test('keeps functions from reaching anything else', async () => {
    const response = await functions.ask(`/fetches?url=${encodeURIComponent('https://example.com/')}`);
    expect(response.body).toContain('Cannot connect to \\"example.com\\"');
  });
});

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

/** False when it is still there after two seconds. */
async function untilGone(processId: number): Promise<boolean> {
  for (let look = 0; look < 200 && isAlive(processId); look += 1) await realPause(10);
  return !isAlive(processId);
}
