import { virtualClock } from '../../../../scripts/emulator/time/virtual-clock';
import type { LocalFunctions } from './local-functions';
import { startLocalFunctions } from './local-functions';

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
