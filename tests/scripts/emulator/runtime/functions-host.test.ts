import { signFunctionRequest } from '../../../../scripts/emulator/runtime/signature';
import { virtualClock } from '../../../../scripts/emulator/time/virtual-clock';
import { realClock } from '../../../../scripts/emulator/time/real-clock';
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

  test('keeps functions from reaching anything else', async () => {
    const response = await functions.ask(`/fetches?url=${encodeURIComponent('https://example.com/')}`);
    expect(response.body).toContain('Cannot connect to \\"example.com\\"');
  });
});

describe('createFunctionsHost on virtual time', () => {
  const START = Date.UTC(2026, 0, 1);
  const clock = virtualClock(START);
  let functions: LocalFunctions;
  beforeAll(async () => {
    functions = await startLocalFunctions(clock);
  });
  afterAll(() => functions.stop());

  /** The answer, and the virtual milliseconds it took. */
  async function time(path: string): Promise<{ status: number; body: string; took: number }> {
    const start = clock.now();
    let took: number | undefined;
    const answer = clock.during(functions.ask(path));
    void answer.then(() => {
      took = clock.now() - start;
    });
    expect(await clock.runUntil(() => took !== undefined)).toBe(true);
    const { status, body } = await answer;
    return { status, body, took: took ?? NaN };
  }

  /** Twilio answers after this many virtual milliseconds, one number a request, and at once after these. */
  function delayTwilio(...delays: number[]): void {
    functions.twilio.answer = (_request, response) => {
      const send = (): unknown =>
        response.setHeader('content-type', 'application/json').end('{"status":"pending"}');
      const delay = delays.shift() ?? 0;
      if (delay === 0) send();
      else clock.schedule(delay, send);
    };
  }

  beforeEach(() => delayTwilio());

  test('shows functions the time of the clock', async () => {
    await clock.advance(5000);
    const start = clock.now();
    const { body, took } = await time('/sleeps?milliseconds=3000');
    expect(JSON.parse(body)).toEqual({ start, end: start + 3000 });
    expect(took).toBe(3000);
  });

  test('takes no time for a function that does not wait', async () => {
    expect(await time('/verifies')).toMatchObject({ status: 200, took: 0 });
  });

  test('gives up on a hanging function after exactly 10 s', async () => {
    expect(await time('/hangs')).toEqual({
      status: 504,
      body: 'runtime application timed out',
      took: 10_000,
    });
  });

  test('gives up on an endless loop after exactly 10 s', async () => {
    expect(await time('/loops')).toEqual({
      status: 504,
      body: 'runtime application timed out',
      took: 10_000,
    });
    expect(await time('/noop')).toMatchObject({ status: 200, took: 0 });
  });

  test('plays out the limit of the SDK', async () => {
    delayTwilio(12_000);
    const { body, took } = await time('/verifies?timeout=5000');
    expect(JSON.parse(body)).toEqual({ error: 'ECONNABORTED', took: 5000 });
    expect(took).toBe(5000);
  });

  test('waits for a slow Twilio within all limits', async () => {
    delayTwilio(6000);
    expect(JSON.parse((await time('/verifies?timeout=8000')).body)).toEqual({
      status: 'pending',
      took: 6000,
    });
  });

  test('ends a function that waits too long for Twilio', async () => {
    delayTwilio(12_000);
    expect(await time('/verifies')).toMatchObject({ status: 504, took: 10_000 });
  });

  test('plays out the pauses between retries', async () => {
    const refusals = [429, 429];
    functions.twilio.answer = (_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.statusCode = refusals.shift() ?? 201;
      response.end('{"status":"pending"}');
    };
    expect(JSON.parse((await time('/retries')).body)).toEqual({ attempt: 3, took: 2000 });
  });

  test('plays out AbortSignal.timeout of a fetch', async () => {
    delayTwilio(9000);
    const url = encodeURIComponent('https://lookups.twilio.com/v2');
    expect((await time(`/fetches?url=${url}`)).body).toContain('"error":"TimeoutError"');
  });

  test('lets functions of two requests wait side by side', async () => {
    const start = clock.now();
    const ends: number[] = [];
    const asks = [3000, 1000].map((milliseconds) =>
      clock
        .during(functions.ask(`/sleeps?milliseconds=${milliseconds}`))
        .then(() => ends.push(clock.now() - start)),
    );
    await clock.runUntil(() => ends.length === 2);
    await Promise.all(asks);
    expect(ends).toEqual([1000, 3000]);
  });

  test('has nothing left to wait for afterwards', async () => {
    await time('/verifies');
    const end = clock.now();
    expect(await clock.runUntil(() => false)).toBe(false);
    expect(clock.now() - end).toBeLessThanOrEqual(12_000);
  });
});
